// Kafka's protocol: the flag first, then wakeup(); the loop is left, and the consumer closed.
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.WakeupException;

class ClosingConsumer implements Runnable {
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Consumer<String, String> consumer;

    ClosingConsumer(Consumer<String, String> consumer) {
        this.consumer = consumer;
    }

    @Override
    public void run() {
        try {
            while (!closed.get()) {
                consumer.poll(Duration.ofSeconds(10));
            }
        } catch (WakeupException e) {
            if (!closed.get()) {
                throw e;
            }
        } finally {
            consumer.close();
        }
    }

    void shutdown() {
        closed.set(true);
        consumer.wakeup();
    }
}
