// The helper makes the wrapper; it does not restore either.
import java.util.concurrent.Future;

class Invoker {
    static class InvocationFailed extends RuntimeException {
        InvocationFailed(String message, Throwable cause) {
            super(message, cause);
        }
    }

    static <T> T invoke(Future<T> call) {
        try {
            return call.get();
        } catch (InterruptedException e) { // heed: wrapped-without-restore
            throw failed(e);
        } catch (Exception e) {
            throw failed(e);
        }
    }

    private static InvocationFailed failed(Exception cause) {
        return new InvocationFailed("call failed", cause);
    }
}
