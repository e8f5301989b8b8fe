// Whoever consumes is done when it is woken: the loop is left, the consumer closed, and the method returns.
import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.WakeupException;

class LeavingConsumer {
    private int seen;

    void consume(Consumer<String, String> consumer) {
        try {
            while (true) {
                seen += consumer.poll(Duration.ofSeconds(1)).size();
                consumer.commitSync();
            }
        } catch (WakeupException e) {
            // asked to stop
        } finally {
            consumer.close();
        }
    }
}
