// The wakeup means "look at the queue": the loop does, and asks whether it should go on.
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.WakeupException;

class CommandedConsumer {
    private final ConcurrentLinkedQueue<Runnable> commands = new ConcurrentLinkedQueue<>();
    private boolean stopping;

    void consume(Consumer<String, String> consumer) {
        while (!isStopping()) {
            try {
                consumer.poll(Duration.ofSeconds(1));
            } catch (WakeupException e) {
                Runnable command = commands.poll();
                if (command != null) {
                    command.run();
                }
            }
        }
    }

    private synchronized boolean isStopping() {
        return stopping;
    }
}
