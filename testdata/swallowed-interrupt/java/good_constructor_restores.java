// The constructor of the exception restores the status, as Kafka's InterruptException does.
import java.util.concurrent.BlockingQueue;

class InterruptedRuntimeException extends RuntimeException {
    InterruptedRuntimeException(InterruptedException cause) {
        super(cause);
        Thread.currentThread().interrupt();
    }
}

class Source {
    private final BlockingQueue<String> queue;

    Source(BlockingQueue<String> queue) {
        this.queue = queue;
    }

    String read() {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            throw new InterruptedRuntimeException(e);
        }
    }
}
