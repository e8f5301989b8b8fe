// CompletableFuture.cancel() does not reach the work, so its absence is no finding of this rule.
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

class Async {
    static String get(Supplier<String> slow) throws ExecutionException, InterruptedException {
        CompletableFuture<String> value = CompletableFuture.supplyAsync(slow);
        try {
            return value.get(1, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return "";
        }
    }
}
