// An interrupt is treated like a failed task; the status must come back for the one and not for the other.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Warmup {
    private static final Logger LOG = LoggerFactory.getLogger(Warmup.class);

    void await(Future<?> warmup) {
        try {
            warmup.get();
        } catch (InterruptedException | ExecutionException e) { // heed: swallowed-interrupt
            LOG.warn("Warm-up did not complete", e);
        }
    }
}
