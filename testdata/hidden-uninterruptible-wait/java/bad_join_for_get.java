// get() became join() to be rid of ExecutionException; the clause still promises that the wait can be interrupted.
import java.util.concurrent.CompletableFuture;

class PriceQuery {
    private final CompletableFuture<Integer> answer = new CompletableFuture<>();

    int price() throws InterruptedException {
        return answer.join(); // heed: hidden-uninterruptible-wait "'price' declares InterruptedException"
    }

    void answered(int price) {
        answer.complete(price);
    }
}
