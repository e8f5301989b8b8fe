// Once it is cancelled, the hunt goes on for no more than the prime at hand.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.math.BigInteger;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

class PrimeHuntScene {
    static Verdict bad_computes_for_ever(Stage stage) {
        PrimeHunt primes = new PrimeHunt();
        Prime prime = new Prime(stage);
        Stage.setField(primes, "largest", prime);
        Future<?> hunt = primes.hunt(stage.pool());
        return isEnded(stage, prime, () -> hunt.cancel(true));
    }

    static Verdict good_flag(Stage stage) {
        StoppableHunt primes = new StoppableHunt();
        Prime prime = new Prime(stage);
        Stage.setField(primes, "largest", prime);
        stage.pool().execute(primes);
        return isEnded(stage, prime, primes::cancel);
    }

    private static Verdict isEnded(Stage stage, Prime prime, Runnable cancel) {
        Thread hunter = stage.busy();
        cancel.run();
        long found = prime.found.get();
        return stage.either(
                () -> !stage.isBusy(hunter),
                () -> prime.found.get() > found + 1000,
                "The future is cancelled, and a thousand primes more were found.");
    }

    /** It counts how often the next one is found, and ends when the scenario does. */
    private static final class Prime extends BigInteger {
        private static final long serialVersionUID = 1;

        private final AtomicLong found = new AtomicLong();
        private final AtomicBoolean isOver = new AtomicBoolean();

        Prime(Stage stage) {
            super("2");
            stage.afterwards(() -> isOver.set(true));
        }

        @Override
        public BigInteger nextProbablePrime() {
            if (isOver.get()) {
                throw new ArithmeticException("the scenario is over");
            }
            found.incrementAndGet();
            return this;
        }
    }
}
