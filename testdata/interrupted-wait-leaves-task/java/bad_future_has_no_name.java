// Nobody has the future, so nobody can cancel it.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;

class AclRefresh {
    static void refresh(ExecutorService pool, Runnable read) throws ExecutionException {
        try {
            pool.submit(read).get();
        } catch (InterruptedException e) { // heed: interrupted-wait-leaves-task "lets go of the work without a word"
            Thread.currentThread().interrupt();
        }
    }
}
