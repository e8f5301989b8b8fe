// The flag tells whether the clock cancelled the request; anything else is called what it is.
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

class TimedExchange {
    private volatile boolean timedOut;

    void onClock(CompletableFuture<String> response) {
        timedOut = true;
        response.cancel(true);
    }

    String result(CompletableFuture<String> response) throws IOException, InterruptedException {
        try {
            return response.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof CancellationException) {
                if (timedOut) {
                    throw new HttpTimeoutException("Request timed out");
                }
                throw new IOException("Request was cancelled", cause);
            }
            throw new IOException(cause);
        }
    }
}
