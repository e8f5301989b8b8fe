// Restored for what is called in between, cleared before the next wait, and set for good at the end.
import java.util.concurrent.BlockingQueue;

class ClearedAgain {
    static String take(BlockingQueue<String> queue) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return queue.take();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    System.err.println("still waiting");
                    interrupted = Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
