// Each interrupt starts the next turn.
import java.util.concurrent.BlockingQueue;

class ContinuedPump {
    void pump(BlockingQueue<Runnable> queue) throws InterruptedException {
        while (true) {
            try {
                queue.take().run(); // step
            } finally {
                System.out.println("next");
                continue; // heed: jump-in-finally
            }
        }
    }
}
