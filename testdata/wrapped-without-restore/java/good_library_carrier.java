// Kafka's InterruptException restores the status in its constructor.
import java.util.concurrent.BlockingQueue;
import org.apache.kafka.common.errors.InterruptException;

class Records {
    static String poll(BlockingQueue<String> records) {
        try {
            return records.take();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
