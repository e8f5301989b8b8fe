// The log has the exception with its type, and nobody tells it again.
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class HostHeartbeat {
    private static final Logger LOG = LoggerFactory.getLogger(HostHeartbeat.class);

    interface Monitor {
        void ping(String host) throws InterruptedException;
    }

    static boolean ping(Monitor monitor, String host) {
        try {
            monitor.ping(host);
            return true;
        } catch (InterruptedException e) {
            LOG.warn("Monitor at {} failed", host, e);
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
