// The lambda runs in the caller's thread: no thread and no task ends here.
import java.util.List;
import java.util.concurrent.BlockingQueue;

class Fanout {
    private final BlockingQueue<String> out;

    Fanout(BlockingQueue<String> out) {
        this.out = out;
    }

    void publish(List<String> lines) {
        lines.forEach(line -> {
            try {
                out.put(line);
            } catch (InterruptedException e) {
                System.err.println("dropped " + line);
                Thread.currentThread().interrupt();
            }
        });
    }
}
