// What comes as an I/O exception has a text of its own that tells of the interrupt, or is logged whole and thrown on.
import java.io.IOException;
import java.io.InterruptedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class BlockStore {
    private static final Logger LOG = LoggerFactory.getLogger(BlockStore.class);

    private byte[] fetch(String node) throws IOException {
        try {
            Thread.sleep(5);
            return new byte[] {1};
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for " + node);
        }
    }

    byte[] read(String node) throws IOException {
        try {
            return fetch(node);
        } catch (IOException e) {
            LOG.error("Cannot fetch from {}", node, e);
            throw e;
        }
    }

    byte[] readOrNothing(String node) {
        try {
            return fetch(node);
        } catch (IOException e) {
            LOG.warn("Cannot fetch from {}: {}", node, e.getMessage());
            return new byte[0];
        }
    }
}
