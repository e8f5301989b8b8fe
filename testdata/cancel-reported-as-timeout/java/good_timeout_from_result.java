// The timeout is told by the result of the wait, outside of any handler.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class FromResult {
    static String next(BlockingQueue<String> queue) throws InterruptedException, TimeoutException {
        String value = queue.poll(1, TimeUnit.SECONDS);
        if (value == null) {
            throw new TimeoutException("nothing within a second");
        }
        return value;
    }
}
