// The project's own exception for a cancel; a helper asks, and close() waits for the indexer inside.
import java.util.concurrent.CountDownLatch;

class SearchBuild {
    private final SearchIndexer indexer = new SearchIndexer();

    void build(int documents) {
        try {
            for (int i = 0; i < documents; i++) {
                if (stopWanted()) {
                    throw new BuildCancelledException(); // heed: cancel-thrown-with-status-set "the wait in 'finish'"
                }
            }
        } finally {
            indexer.finish();
        }
    }

    private static boolean stopWanted() {
        return Thread.currentThread().isInterrupted();
    }
}

final class SearchIndexer {
    private final CountDownLatch done = new CountDownLatch(1);

    void finish() {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

class BuildCancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
