// A private Thread subclass: the interrupt ends run(), and nobody else runs on this thread.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

class Journal {
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Writer writer = new Writer();

    private final class Writer extends Thread {
        @Override
        public void run() {
            try {
                while (true) {
                    System.out.println(lines.take());
                }
            } catch (InterruptedException e) {
                // asked to stop
            }
        }
    }

    void start() {
        writer.start();
    }

    void stop() {
        writer.interrupt();
    }
}
