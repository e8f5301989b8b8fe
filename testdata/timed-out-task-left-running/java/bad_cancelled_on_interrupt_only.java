// The interrupt cancels the task, the timeout does not.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class Probe {
    static boolean alive(ExecutorService pool, Runnable ping) throws InterruptedException {
        Future<?> pong = pool.submit(ping); // step 1: "the task is started here"
        try {
            pong.get(1, TimeUnit.SECONDS); // heed: timed-out-task-left-running "An interrupt cancels the task in 'pong', a timeout does not" // step 2: "the time is up"
            return true;
        } catch (InterruptedException e) {
            pong.cancel(true);
            throw e;
        } catch (TimeoutException e) { // step 3: "'TimeoutException' is caught here"
            System.err.println("no answer in a second");
            return false; // step 4: "'alive' returns, and the task still runs"
        } catch (ExecutionException e) {
            return false;
        }
    }
}
