// After the interrupt every back-off ends at once: the attempts that follow hammer the server.
import java.io.IOException;

abstract class Retry {
    abstract boolean attempt() throws IOException;

    void run() {
        for (int i = 1; ; i++) {
            try {
                if (attempt()) {
                    return;
                }
            } catch (IOException e) {
                System.err.println("attempt " + i + ": " + e);
            }
            try {
                Thread.sleep(100L * i);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
