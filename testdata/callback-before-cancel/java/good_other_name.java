// A step of the work that ends with a cancel is no cancel itself.
import java.util.concurrent.Future;

class LastStep {
    private final Runnable step;
    private final Future<?> watchdog;

    LastStep(Runnable step, Future<?> watchdog) {
        this.step = step;
        this.watchdog = watchdog;
    }

    void run() {
        step.run();
        watchdog.cancel(false);
    }
}
