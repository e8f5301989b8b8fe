// The timeout is taken inside; only the interrupt comes to the outer handler.
import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class SwapInner {
    private static final Logger LOG = LoggerFactory.getLogger(SwapInner.class);

    static String swap(Exchanger<String> exchanger, String mine) throws Exception {
        try {
            try {
                return exchanger.exchange(mine, 1, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                return mine;
            }
        } catch (Exception e) {
            LOG.warn("Nothing was exchanged");
            throw e;
        }
    }
}
