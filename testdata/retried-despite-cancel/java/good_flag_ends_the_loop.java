// stop() writes the flag before it interrupts, and the loop asks it before each attempt.
import java.io.IOException;

abstract class FlaggedRetry {
    private volatile boolean stopped;
    private volatile Thread runner;

    abstract void connectOnce() throws IOException;

    void connect() {
        runner = Thread.currentThread();
        while (!stopped) {
            try {
                connectOnce();
                return;
            } catch (IOException e) {
                try {
                    Thread.sleep(100);
                } catch (InterruptedException woken) {
                    // the condition tells why
                }
            }
        }
    }

    void stop() {
        stopped = true;
        runner.interrupt();
    }
}
