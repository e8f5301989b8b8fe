// Whoever closes the poller reads afterwards that the broker was lost.
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class BrokerPoller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerPoller.class);

    interface Broker {
        String poll() throws InterruptedException;
    }

    private final Broker broker;
    private final Thread thread = new Thread(this::pollAll, "poller");

    BrokerPoller(Broker broker) {
        this.broker = broker;
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void pollAll() {
        try {
            while (true) {
                LOG.info(broker.poll());
            }
        } catch (InterruptedException e) {
            LOG.warn("Broker is lost", e);
        }
    }
}
