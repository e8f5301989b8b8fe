// The work neither waits nor loops without a bound: it is over soon.
import java.util.List;
import java.util.concurrent.CompletableFuture;

class ShortWork {
    static void sum(List<Integer> numbers) {
        CompletableFuture<Integer> sum = CompletableFuture.supplyAsync(() -> {
            int total = 0;
            for (int number : numbers) {
                total += number;
            }
            return total;
        });
        sum.cancel(true);
    }
}
