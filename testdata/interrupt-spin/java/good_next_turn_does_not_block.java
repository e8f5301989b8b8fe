// The loop goes on, but nothing in it can wait again.
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;

class NoWait {
    static int offerAll(List<String> lines, BlockingQueue<String> out, CountDownLatch open) {
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        int done = 0;
        for (String line : lines) {
            if (out.offer(line)) {
                done++;
            }
        }
        return done;
    }
}
