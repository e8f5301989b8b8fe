// get() ends with the interrupt, as the signature says.
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

class InterruptiblePrice {
    private final CompletableFuture<Integer> answer = new CompletableFuture<>();

    int price() throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
