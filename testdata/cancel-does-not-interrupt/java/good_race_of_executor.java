// invokeAny() interrupts the slower of two requests.
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutorService;

class ExecutorRace {
    static Object first(ExecutorService pool, Exchanger<String> one, Exchanger<String> other)
            throws ExecutionException, InterruptedException {
        return pool.invokeAny(List.of(() -> one.exchange("request"), () -> other.exchange("request")));
    }
}
