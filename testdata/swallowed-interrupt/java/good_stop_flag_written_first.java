// A protocol: stop() writes the flag before it interrupts, and the loop looks at the flag right after the handler.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

class Sender implements Runnable {
    private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this);
    private volatile boolean running = true;

    @Override
    public void run() {
        while (running) {
            try {
                System.out.println(queue.take());
            } catch (InterruptedException e) {
                // stop() has written 'running' before it interrupted
            }
        }
    }

    void stop() {
        running = false;
        thread.interrupt();
    }
}
