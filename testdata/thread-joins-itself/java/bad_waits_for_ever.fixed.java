// When the source is empty, the pump hangs for ever in a join of itself.
import java.util.Queue;

class DrainPump {
    private final Queue<String> source;
    private Thread thread;

    DrainPump(Queue<String> source) {
        this.source = source;
    }

    void start() {
        thread = new Thread(() -> {
            while (true) {
                if (source.poll() == null) {
                    close();
                    return;
                }
            }
        });
        thread.start();
    }

    void close() {
        try {
            if (Thread.currentThread() != thread) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
