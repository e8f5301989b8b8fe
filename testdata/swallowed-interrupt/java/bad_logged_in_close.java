// close() joins its worker, logs an interrupt, and returns as if nothing had happened.
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Reporter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reporter.class);
    private final Thread worker;

    Reporter(Thread worker) {
        this.worker = worker;
    }

    @Override
    public void close() {
        worker.interrupt();
        try {
            worker.join(5_000); // step 1: "'join' delivers the interrupt"
        } catch (InterruptedException e) { // heed: swallowed-interrupt "is logged and lost" // step 2: "caught here as 'e'"
            LOG.warn("Interrupted while closing the reporter", e); // step 3: "logged"
        }
    } // step 4: "'close' returns, and the interrupt is gone"
}
