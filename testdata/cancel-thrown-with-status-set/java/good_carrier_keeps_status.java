// By the contract of Kafka's exception the status is set when it is thrown; who catches it reckons with that.
import java.util.concurrent.Semaphore;
import org.apache.kafka.common.errors.InterruptException;

class RecordPump {
    private final Semaphore turns = new Semaphore(1);

    void pump(int records) throws InterruptedException {
        try {
            for (int i = 0; i < records; i++) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptException("pump stopped");
                }
            }
        } finally {
            turns.acquire();
        }
    }
}
