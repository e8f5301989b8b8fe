// The handler ends the loop by its own flag and the restore comes behind the loop, in a nested finally.
import java.util.concurrent.BlockingQueue;

class BehindLoop {
    private int open;

    int drain(BlockingQueue<Integer> queue) {
        int sum = 0;
        boolean stop = false;
        try {
            open++;
            try {
                while (!stop) {
                    try {
                        sum += queue.take();
                    } catch (InterruptedException e) {
                        stop = true;
                    }
                }
            } finally {
                open--;
            }
        } finally {
            if (stop) {
                Thread.currentThread().interrupt();
            }
        }
        return sum;
    }
}
