// The signature lets the interrupt through; the handler keeps it.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

class Batcher {
    private final BlockingQueue<String> input;

    Batcher(BlockingQueue<String> input) {
        this.input = input;
    }

    String first() throws InterruptedException {
        String value = input.take();
        try {
            TimeUnit.MILLISECONDS.sleep(10);
        } catch (InterruptedException e) {
            System.err.println("no time to settle");
            throw e;
        }
        return value;
    }
}
