// Cleaned up, and thrown on as it is.
import dev.heed.runtime.CancelledException;
import dev.heed.runtime.Promise;

class CleanPipeline {
    private int open;

    void run(Promise<String> fetched) {
        open++;
        try {
            fetched.await();
        } catch (CancelledException e) {
            open--;
            throw e;
        }
        open--;
    }
}
