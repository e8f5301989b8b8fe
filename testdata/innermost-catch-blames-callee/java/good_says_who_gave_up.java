// Each of the two has a handler of its own, and the right one is named.
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

class StockSays {
    private final HttpClient client = HttpClient.newHttpClient();

    String count(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted by the caller while calling the stock server", e);
        } catch (IOException e) {
            throw new IOException("The stock server is unavailable", e);
        }
    }
}
