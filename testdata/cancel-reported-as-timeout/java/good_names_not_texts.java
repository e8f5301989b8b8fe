// Names of variables, methods and threads are no statement about what happened.
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;

class TimeoutChecker {
    private final DelayQueue<Delayed> timeouts = new DelayQueue<>();
    private final Thread thread = new Thread(this::checkTimeouts, "timeout-checker");

    void start() {
        thread.start();
    }

    private void checkTimeouts() {
        while (true) {
            try {
                handleTimeout(timeouts.take());
            } catch (InterruptedException e) {
                cancelTimeouts();
                return;
            }
        }
    }

    private void handleTimeout(Delayed timeout) {
        System.err.println("timed out: " + timeout);
    }

    private void cancelTimeouts() {
        timeouts.clear();
    }
}
