// A local says when it has worked; an interrupt does not set it, and the loop has no other end.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;

class JobStarter {
    void start(ExecutorService pool, Runnable job) {
        boolean done = false;
        while (!done) {
            try {
                pool.submit(job).get();
                done = true;
            } catch (InterruptedException e) {
                System.err.println("not started: " + e);
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException e) {
                System.err.println("failed, once more: " + e.getCause());
            }
        }
    }
}
