// stop() wakes the consumer; its loop takes that for nothing, asks nothing, and polls on for ever.
import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.WakeupException;

class DeafConsumer {
    private final Consumer<String, String> consumer;
    private int seen;

    DeafConsumer(Consumer<String, String> consumer) {
        this.consumer = consumer;
    }

    void consume() {
        while (true) {
            try {
                seen += consumer.poll(Duration.ofSeconds(1)).size();
            } catch (WakeupException e) { // heed: swallowed-cancellation "The wakeup caught here is logged and lost"
                System.err.println("woken");
            }
        }
    }

    void stop() {
        consumer.wakeup();
    }
}
