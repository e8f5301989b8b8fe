// Others find the promise in the map, and fail it when the connection goes.
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

class Correlated {
    private final Map<Integer, CompletableFuture<String>> open = new ConcurrentHashMap<>();

    String call(int id) throws ExecutionException {
        try {
            return start(id).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private CompletableFuture<String> start(int id) {
        CompletableFuture<String> promise = new CompletableFuture<>();
        open.put(id, promise);
        return promise;
    }

    void disconnected() {
        open.values().forEach(promise -> promise.cancel(true));
    }
}
