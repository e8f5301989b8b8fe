// The end of a worker: a broad handler's error is told by cancel-reported-as-failure elsewhere; here the text says stopped.
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Replicator extends Thread {
    private static final Logger LOG = LoggerFactory.getLogger(Replicator.class);

    interface Leader {
        void follow() throws InterruptedException;
    }

    private final Leader leader;

    Replicator(Leader leader) {
        this.leader = leader;
    }

    @Override
    public void run() {
        try {
            leader.follow();
        } catch (InterruptedException e) {
            LOG.warn("Leader no longer followed: replicator stopped");
        }
    }
}
