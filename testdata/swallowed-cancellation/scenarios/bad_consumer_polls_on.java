// Once it is woken, the consumer leaves its loop.
import dev.heed.verify.scene.Caller;
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.lang.reflect.Proxy;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.WakeupException;

class DeafConsumerScene {
    private final Semaphore wakeups = new Semaphore(0);
    private final AtomicInteger polls = new AtomicInteger();

    static Verdict bad_consumer_polls_on(Stage stage) {
        DeafConsumerScene scene = new DeafConsumerScene();
        DeafConsumer consumer = new DeafConsumer(scene.consumer());
        return scene.isLeft(stage, consumer::consume, consumer::stop);
    }

    static Verdict good_consumer_leaves_loop(Stage stage) {
        DeafConsumerScene scene = new DeafConsumerScene();
        Consumer<String, String> consumer = scene.consumer();
        return scene.isLeft(stage, () -> new LeavingConsumer().consume(consumer), consumer::wakeup);
    }

    private Verdict isLeft(Stage stage, Stage.Action consume, Runnable stop) {
        Caller<Void> caller = stage.perform(consume);
        caller.inWait();
        stop.run();
        return stage.either(
                caller::hasEnded, () -> polls.get() == 2, "The consumer has taken the wakeup, and polls again.");
    }

    /** As Kafka's: a wakeup makes the poll throw that waits, or the next one. */
    @SuppressWarnings("unchecked")
    private Consumer<String, String> consumer() {
        return (Consumer<String, String>) Proxy.newProxyInstance(
                DeafConsumerScene.class.getClassLoader(), new Class<?>[] {Consumer.class}, (proxy, method, args) -> {
                    if (method.getName().equals("poll")) {
                        polls.incrementAndGet();
                        acquire();
                        throw new WakeupException();
                    } else if (method.getName().equals("wakeup")) {
                        wakeups.release();
                    }
                    return null;
                });
    }

    private void acquire() {
        try {
            wakeups.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the scenario is over", e);
        }
    }
}
