// Nobody but the function that runs when all are done calls the helper: its get does not wait.
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

class AllTogether {
    private final Map<String, CompletableFuture<String>> futures;

    AllTogether(Map<String, CompletableFuture<String>> futures) {
        this.futures = futures;
    }

    CompletableFuture<List<String>> all() {
        return CompletableFuture.allOf(futures.values().toArray(new CompletableFuture<?>[0]))
                .thenApply(nothing -> results());
    }

    private List<String> results() {
        List<String> found = new ArrayList<>();
        for (CompletableFuture<String> future : futures.values()) {
            try {
                found.add(future.get());
            } catch (Exception e) {
                throw new IllegalStateException("all were complete", e);
            }
        }
        return found;
    }
}
