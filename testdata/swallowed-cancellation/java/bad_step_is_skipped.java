// The runtime's cancel is logged like a failed step, and the next step is begun.
import dev.heed.runtime.CancelledException;
import dev.heed.runtime.Promise;

class FetchAndStore {
    private int done;

    void run(Promise<String> fetched, Promise<String> stored) {
        try {
            use(fetched.await()); // step 1: "'await' delivers the cancel"
        } catch (CancelledException e) { // heed: swallowed-cancellation "The cancel caught here is logged and lost"
            System.err.println("not fetched");
        }
        use(stored.await());
    }

    private void use(String text) {
        done++;
    }
}
