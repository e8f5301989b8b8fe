// A hangs up on B. The first to see it is B's call of C, and everybody goes to look for the fault at C.
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

class Shop {
    private final ExecutorService pool;
    private final Stock stock = new Stock();

    Shop(ExecutorService pool) {
        this.pool = pool;
    }

    void serve(Connection browser, String item) throws InterruptedException {
        Future<String> page = pool.submit(() -> page(item));
        while (!page.isDone()) {
            if (browser.isGone()) {
                page.cancel(true);
            }
            Thread.sleep(100);
        }
    }

    private String page(String item) throws IOException {
        return item + ": " + stock.count(item);
    }

    interface Connection {
        boolean isGone();
    }
}

class Stock {
    private final HttpClient client = HttpClient.newHttpClient();

    String count(String item) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://stock/" + item)).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The stock server is unavailable", e);
        }
    }
}
