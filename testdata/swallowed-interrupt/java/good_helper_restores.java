// Helpers that restore, or always throw, are as good as the statements themselves.
import java.util.concurrent.BlockingQueue;

class Helpers {
    private final BlockingQueue<String> queue;

    Helpers(BlockingQueue<String> queue) {
        this.queue = queue;
    }

    void put(String value) {
        try {
            queue.put(value);
        } catch (InterruptedException e) {
            giveUp("put", e);
        }
    }

    String take() {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            throw restored(e);
        }
    }

    private static void giveUp(String what, InterruptedException e) {
        System.err.println(what + " given up: " + e);
        restore();
    }

    private static void restore() {
        Thread.currentThread().interrupt();
    }

    private static IllegalStateException restored(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted", e);
    }
}
