// What is thrown goes on; the value is only returned after a success.
import java.util.concurrent.BlockingQueue;

class ReturnsBehind {
    int count(BlockingQueue<String> queue, int wanted) throws InterruptedException {
        int count = 0;
        try {
            while (count < wanted) {
                queue.take();
                count++;
            }
        } finally {
            System.out.println(count + " taken");
        }
        return count;
    }
}
