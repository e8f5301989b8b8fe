// The future is asked only when it is done: get does not wait then, and cannot be interrupted.
import java.util.concurrent.Future;

class WhenDone {
    private Object result(Future<?> lower) throws Exception {
        final boolean done = lower.isDone();
        if (!done) {
            return null;
        }
        return lower.get();
    }

    Object poll(Future<?> lower) {
        try {
            return result(lower);
        } catch (Exception e) {
            return null;
        }
    }
}
