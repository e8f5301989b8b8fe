// Both are cancelled; the first of them is no callback.
import java.util.concurrent.Future;

class BothDisposed {
    interface Disposable {
        void dispose();
    }

    private final Disposable timer;
    private final Future<?> work;

    BothDisposed(Disposable timer, Future<?> work) {
        this.timer = timer;
        this.work = work;
    }

    void dispose() {
        timer.dispose();
        work.cancel(true);
    }
}
