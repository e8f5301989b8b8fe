// The interrupt cancels the task, the timeout does not.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class Probe {
    static boolean alive(ExecutorService pool, Runnable ping) throws InterruptedException {
        Future<?> pong = pool.submit(ping);
        try {
            pong.get(1, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            pong.cancel(true);
            throw e;
        } catch (TimeoutException e) {
            pong.cancel(true);
            System.err.println("no answer in a second");
            return false;
        } catch (ExecutionException e) {
            return false;
        }
    }
}
