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
            return exchanger.exchange(mine, 1, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException e) {
            LOG.warn("Nothing was exchanged", e);
            throw e;
        }
    }
}
