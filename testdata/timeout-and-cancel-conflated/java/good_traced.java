// A line for whoever traces the calls; both go on as they are.
import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class SwapTraced {
    private static final Logger LOG = LoggerFactory.getLogger(SwapTraced.class);

    static String swap(Exchanger<String> exchanger, String mine) throws InterruptedException, TimeoutException {
        try {
            return exchanger.exchange(mine, 1, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException e) {
            LOG.debug("Nothing was exchanged");
            throw e;
        }
    }
}
