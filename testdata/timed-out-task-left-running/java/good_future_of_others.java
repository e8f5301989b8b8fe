// The future came from somebody else: a parameter, a field, a call that may share it. Its owner decides.
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class OfOthers {
    private final Map<String, Future<String>> running;
    private final Future<String> first;

    OfOthers(Map<String, Future<String>> running, ExecutorService pool) {
        this.running = running;
        this.first = pool.submit(() -> "first");
    }

    static String parameter(Future<String> future) throws ExecutionException, InterruptedException {
        try {
            return future.get(1, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return null;
        }
    }

    String field() throws ExecutionException, InterruptedException {
        try {
            return first.get(1, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return null;
        }
    }

    String shared(String key) throws ExecutionException, InterruptedException, TimeoutException {
        Future<String> future = running.get(key);
        return future.get(1, TimeUnit.SECONDS);
    }
}
