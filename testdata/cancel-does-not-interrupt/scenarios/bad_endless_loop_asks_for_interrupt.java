// When its time is up, the loop ends.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

class MinerScene {
    static Verdict bad_endless_loop_asks_for_interrupt(Stage stage) {
        AtomicBoolean isOver = new AtomicBoolean();
        stage.afterwards(() -> isOver.set(true));
        LongAdder hashes = new LongAdder() {
            @Override
            public void increment() {
                if (isOver.get()) {
                    throw new IllegalStateException("the scenario is over");
                }
                super.increment();
            }
        };
        CompletableFuture<Void> mining = Miner.mine(hashes);
        Thread miner = stage.busy();
        // Which is what orTimeout does when the minute is over.
        mining.completeExceptionally(new TimeoutException());
        long mined = hashes.sum();
        return stage.either(
                () -> !stage.isBusy(miner),
                () -> hashes.sum() > mined + 1000,
                "The promise has failed with a TimeoutException, and the loop has made a thousand turns more.");
    }

    static Verdict good_work_asks_its_future(Stage stage) {
        ExecutorService pool = stage.pool();
        Polite polite = new Polite();
        polite.start(pool);
        Thread worker = stage.busy();
        polite.stop();
        return stage.either(() -> !stage.isBusy(worker), () -> false, "");
    }
}
