// Somebody cancelled the request; whoever reads the exception looks for a slow server.
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

class CancelledExchange {
    String result(CompletableFuture<String> response) throws IOException, InterruptedException {
        try {
            return response.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof CancellationException) { // step 1: "here it is known to be a 'CancellationException'"
                throw new HttpTimeoutException("Request timed out"); // heed: cancel-reported-as-timeout "says that somebody cancelled the task" // step 2: "'HttpTimeoutException' is made for it"
            }
            throw new IOException(cause);
        }
    }
}
