// The request was sent by a method of the same class; its reply will be for no one.
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

class CallingClient {
    interface Wire {
        void send(String request, Consumer<String> reply, Consumer<Throwable> failure);
    }

    private final Wire wire;

    CallingClient(Wire wire) {
        this.wire = wire;
    }

    String call(String request) throws IOException {
        CompletableFuture<String> reply = start(request);
        try {
            return reply.get();
        } catch (InterruptedException e) { // heed: interrupted-wait-leaves-task "which 'start' has started"
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the reply to " + request);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private CompletableFuture<String> start(String request) {
        CompletableFuture<String> promise = new CompletableFuture<>();
        wire.send(request, promise::complete, failure -> promise.completeExceptionally(failure));
        return promise.thenApply(String::trim);
    }
}
