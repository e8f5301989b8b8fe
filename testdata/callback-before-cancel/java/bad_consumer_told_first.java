// The consumer is told what is left, and may throw.
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

class Countdown {
    private final IntConsumer onCancel;
    private final Future<?> ticks;
    private int left;

    Countdown(IntConsumer onCancel, Future<?> ticks, int left) {
        this.onCancel = onCancel;
        this.ticks = ticks;
        this.left = left;
    }

    void tick() {
        left--;
    }

    void cancel() {
        onCancel.accept(left); // heed: callback-before-cancel "'onCancel'"
        ticks.cancel(true);
    }
}
