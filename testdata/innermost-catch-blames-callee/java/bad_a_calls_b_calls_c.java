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
                page.cancel(true); // step 1: "A: 'serve' gives up, and 'cancel' interrupts the work"
            }
            Thread.sleep(100);
        }
    }

    private String page(String item) throws IOException {
        return item + ": " + stock.count(item); // step 3: "B: 'page' calls 'count'"
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
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body(); // step 4: "C: 'count' calls 'send'; the interrupt comes up here first"
        } catch (InterruptedException e) { // step 5: "caught here as 'e'"
            Thread.currentThread().interrupt(); // step 6: "the interrupt status is set again"
            throw new IOException("The stock server is unavailable"); // heed: innermost-catch-blames-callee "made here blames 'server' for the interrupt that the caller's side of 'count' sent, and does not lead back to it" // step 7: "it is thrown in the name of 'server', without a word of the interrupt"
        }
    }
}
