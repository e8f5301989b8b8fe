// The lambda is all that its thread runs; after the handler it ends.
import java.util.concurrent.BlockingQueue;

class Printer {
    private final Thread thread;

    Printer(BlockingQueue<String> lines) {
        thread = new Thread(() -> {
            try {
                for (; ; ) {
                    System.out.println(lines.take());
                }
            } catch (InterruptedException stop) {
                System.out.println("printer stopped");
            }
        });
    }

    void start() {
        thread.start();
    }

    void stop() {
        thread.interrupt();
    }
}
