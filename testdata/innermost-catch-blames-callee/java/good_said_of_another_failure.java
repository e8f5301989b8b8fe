// The warning tells of what went wrong while the interrupt was dealt with, not of the interrupt.
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class AnotherFailure {
    private static final Logger LOG = LoggerFactory.getLogger(AnotherFailure.class);

    static String next(BlockingQueue<String> replies, Closeable connection) throws InterruptedException {
        try {
            return replies.take();
        } catch (InterruptedException e) {
            try {
                connection.close();
            } catch (IOException closing) {
                LOG.warn("Connection to the server could not be closed: " + closing.getMessage());
            }
            throw e;
        }
    }
}
