// What runs first is a method of the object itself, which does not throw.
import java.util.concurrent.Future;

class OwnStep {
    private final Future<?> work;
    private int left = 3;

    OwnStep(Future<?> work) {
        this.work = work;
    }

    private void forget() {
        left = 0;
    }

    int left() {
        return left;
    }

    void cancel() {
        forget();
        work.cancel(true);
    }
}
