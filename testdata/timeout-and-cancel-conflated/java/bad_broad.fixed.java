// The broad handler takes both, and prints a message that is null for both.
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Score {
    private static final Logger LOG = LoggerFactory.getLogger(Score.class);

    static int score(Future<Integer> future) throws Exception {
        try {
            return future.get(10, TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            LOG.error("Could not score: {}", e.getMessage(), e);
            throw e;
        }
    }
}
