// The helper makes the wrapper; it does not restore either.
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;

class Invoker {
    static class InvocationFailed extends RuntimeException {
        InvocationFailed(String message, Throwable cause) {
            super(message, cause);
        }
    }

    static <T> T invoke(ExecutorService pool, Callable<T> call) {
        try {
            return pool.submit(call).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(e);
        } catch (Exception e) {
            throw failed(e);
        }
    }

    private static InvocationFailed failed(Exception cause) {
        return new InvocationFailed("call failed", cause);
    }
}
