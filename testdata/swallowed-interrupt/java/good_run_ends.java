// A Runnable whose run() ends after the handler: whatever thread or pool runs it has no more of this work to do.
import java.util.concurrent.BlockingQueue;

class Consumer implements Runnable {
    private final BlockingQueue<Integer> numbers;
    private int sum;

    Consumer(BlockingQueue<Integer> numbers) {
        this.numbers = numbers;
    }

    @Override
    public void run() {
        try {
            while (true) {
                sum += numbers.take();
            }
        } catch (InterruptedException e) {
            System.out.println("sum so far: " + sum);
        }
    }
}
