// The words name the callee; the cause tells what it was.
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

class StockCause {
    private final HttpClient client = HttpClient.newHttpClient();

    String count(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Call of the stock server failed", e);
        }
    }

    String countWithInitCause(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            IOException failure = new IOException("Call of the stock server failed");
            failure.initCause(e);
            throw failure;
        }
    }

    String countInText(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Call of the stock server failed: " + e);
        }
    }
}
