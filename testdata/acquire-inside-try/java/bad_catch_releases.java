// There is no finally: the handler for everything releases, and takes the interrupt of the acquire, too.
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

abstract class HandOver {
    private final Semaphore inFlight = new Semaphore(4);

    abstract CompletableFuture<Void> send(String message);

    void dispatch(String message) throws Exception {
        try {
            inFlight.acquire(); // heed: acquire-inside-try
            send(message).whenComplete((done, failure) -> inFlight.release());
        } catch (Exception e) {
            inFlight.release();
            throw e;
        }
    }
}
