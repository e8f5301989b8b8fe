// The poll consumes the interrupt; a log line is all that comes of it.
import java.util.List;
import java.util.logging.Logger;

class Indexer {
    private static final Logger LOG = Logger.getLogger("indexer");
    private int words;

    void index(List<String> texts) {
        for (String text : texts) {
            if (Thread.currentThread().isInterrupted()) {
                LOG.info("interrupted while indexing");
            }
            words += text.split(" ").length;
        }
    }

    int words() {
        return words;
    }
}
