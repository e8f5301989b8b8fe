// The task failed; those who wait behind it are told that it was cancelled.
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

class Stage {
    static int value(Future<Integer> task) throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new CancellationException(e.getCause().getMessage()); // heed: fabricated-cancel "though nobody cancelled anything"
        }
    }
}
