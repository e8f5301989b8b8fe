// As SocketTimeoutException does it: an InterruptedIOException may stand for the clock.
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class BoundedIo {
    static int read(Future<Integer> answer) throws InterruptedIOException, InterruptedException, ExecutionException {
        try {
            return answer.get(1, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new InterruptedIOException("timeout");
        }
    }
}
