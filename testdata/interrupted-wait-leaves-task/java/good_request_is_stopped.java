// What can stop the request is kept, and stopped.
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

class StoppingClient {
    interface Exchange {
        void abort();
    }

    interface Wire {
        Exchange send(String request, Consumer<String> reply, Consumer<Throwable> failure);
    }

    private final Wire wire;

    StoppingClient(Wire wire) {
        this.wire = wire;
    }

    String call(String request) throws IOException {
        CompletableFuture<String> reply = new CompletableFuture<>();
        Exchange exchange = wire.send(request, reply::complete, reply::completeExceptionally);
        try {
            return reply.get();
        } catch (InterruptedException e) {
            exchange.abort();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the reply to " + request);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }
}
