// The work is told by what it waits for: an end marker in its queue.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;

class Marked {
    private final BlockingQueue<String> lines;
    private CompletableFuture<Void> printing;

    Marked(BlockingQueue<String> lines) {
        this.lines = lines;
    }

    void start() {
        printing = CompletableFuture.runAsync(() -> {
            try {
                String line = lines.take();
                while (!line.isEmpty()) {
                    System.out.println(line);
                    line = lines.take();
                }
            } catch (InterruptedException e) {
                System.out.println("stopped");
            }
        });
    }

    void stop() {
        lines.add("");
        printing.cancel(true);
    }
}
