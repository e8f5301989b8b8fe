// A failure without a name: nobody looks for it at the callee.
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class NamesNobody {
    private static final Logger LOG = LoggerFactory.getLogger(NamesNobody.class);

    static String next(BlockingQueue<String> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            LOG.warn("Nothing more to do");
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Unexpected", e);
        }
    }
}
