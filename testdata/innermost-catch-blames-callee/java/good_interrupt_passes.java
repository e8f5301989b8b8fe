// No handler for the interrupt at the innermost call: who knows the caller takes it, and tells of it.
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class StockPasses {
    private static final Logger LOG = LoggerFactory.getLogger(StockPasses.class);
    private final HttpClient client = HttpClient.newHttpClient();

    String page(String user, HttpRequest request) throws IOException {
        try {
            return count(request);
        } catch (InterruptedException e) {
            LOG.info("{} hung up before the page was made", user);
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private String count(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new IOException("The stock server is unavailable", e);
        }
    }
}
