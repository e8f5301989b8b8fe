// A line for whoever traces the calls alarms nobody.
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Quiet {
    private static final Logger LOG = LoggerFactory.getLogger(Quiet.class);

    interface Registry {
        String find(String name) throws InterruptedException;
    }

    static String find(Registry registry, String name) throws InterruptedException {
        try {
            return registry.find(name);
        } catch (InterruptedException e) {
            LOG.debug("Registry did not answer for {}: no answer", name);
            throw e;
        }
    }
}
