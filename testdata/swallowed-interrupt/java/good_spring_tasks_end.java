// Spring runs these as tasks of a pool: they end behind the handler, and the thread goes back to the pool.
import java.util.concurrent.BlockingQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;

class MailOutbox {
    private static final Logger LOG = Logger.getLogger("mail");
    private final BlockingQueue<String> mails;

    MailOutbox(BlockingQueue<String> mails) {
        this.mails = mails;
    }

    @Async
    public void sendNext() {
        try {
            LOG.info("sending " + mails.take());
        } catch (InterruptedException e) {
            LOG.log(Level.INFO, "not sent: shutting down", e);
        }
    }

    @Scheduled(fixedDelay = 60_000)
    public void sendAll() {
        try {
            while (!mails.isEmpty()) {
                LOG.info("sending " + mails.take());
            }
        } catch (InterruptedException e) {
            LOG.log(Level.INFO, "shutting down", e);
        }
    }
}
