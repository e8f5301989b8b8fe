// Not to be stopped by design: every attempt is made, and the status is back in the end.
import java.io.IOException;

abstract class StubbornRelease {
    abstract void releaseOnce() throws IOException;

    void release() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    releaseOnce();
                    return;
                } catch (IOException e) {
                    try {
                        Thread.sleep(100);
                    } catch (InterruptedException later) {
                        interrupted = true;
                    }
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
