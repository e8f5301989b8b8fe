// One line in the log for both, without the exception.
import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Swap {
    private static final Logger LOG = LoggerFactory.getLogger(Swap.class);

    static String swap(Exchanger<String> exchanger, String mine) throws InterruptedException, TimeoutException {
        try {
            return exchanger.exchange(mine, 1, TimeUnit.SECONDS); // step 1: "'exchange' throws 'TimeoutException' when the time is up" // step 2: "'exchange' delivers the interrupt"
        } catch (InterruptedException | TimeoutException e) { // step 3: "caught here as 'e'"
            LOG.warn("Nothing was exchanged"); // heed: timeout-and-cancel-conflated "The log written here says the same" // step 4: "it is logged"
            throw e;
        }
    }
}
