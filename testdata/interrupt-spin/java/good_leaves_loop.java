// Restored, and the loop is left: by return, and by break.
import java.util.concurrent.BlockingQueue;

class Leaves {
    static void byReturn(BlockingQueue<Runnable> queue) {
        while (true) {
            try {
                queue.take().run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    static int byBreak(BlockingQueue<Integer> queue, int wanted) {
        int sum = 0;
        while (sum < wanted) {
            try {
                sum += queue.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return sum;
    }
}
