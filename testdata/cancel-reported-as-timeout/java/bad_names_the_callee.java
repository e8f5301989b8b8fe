// The callee is named, too; that the clock is blamed is said once, by one rule.
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

class SlowStock {
    private final HttpClient client = HttpClient.newHttpClient();

    String count(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Stock server failed: request timed out"); // heed: cancel-reported-as-timeout
        }
    }
}
