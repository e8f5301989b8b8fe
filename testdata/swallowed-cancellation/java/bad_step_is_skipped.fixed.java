// The runtime's cancel is logged like a failed step, and the next step is begun.
import dev.heed.runtime.CancelledException;
import dev.heed.runtime.Promise;

class FetchAndStore {
    private int done;

    void run(Promise<String> fetched, Promise<String> stored) {
        try {
            use(fetched.await());
        } catch (CancelledException e) {
            System.err.println("not fetched");
            throw e;
        }
        use(stored.await());
    }

    private void use(String text) {
        done++;
    }
}
