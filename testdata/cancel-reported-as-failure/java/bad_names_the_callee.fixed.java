// The error names the broker; that a stop looks like a crash is said once, by one rule.
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class BrokerPing extends Thread {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerPing.class);

    @Override
    public void run() {
        try {
            while (!isInterrupted()) {
                TimeUnit.SECONDS.sleep(5);
                System.out.println("ping");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.error("Connection to the broker failed");
        }
    }
}
