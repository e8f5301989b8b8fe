// The worker survives its handlers' failures, and ends when it is interrupted.
import java.util.concurrent.BlockingQueue;

class Surviving implements Runnable {
    private final BlockingQueue<Runnable> events;

    Surviving(BlockingQueue<Runnable> events) {
        this.events = events;
    }

    @Override
    public void run() {
        while (true) {
            try {
                events.take().run();
            } catch (Throwable t) {
                if (t instanceof InterruptedException) {
                    break;
                }
                System.err.println("handler failed: " + t);
            }
        }
    }
}
