// The loop counts to its end, but each turn begins new work, and begins it without the pause that was to protect the server.
import java.io.IOException;

abstract class CountedAttempts {
    abstract boolean attempt() throws IOException;

    boolean run() {
        for (int i = 1; i <= 50; i++) {
            try {
                if (attempt()) {
                    return true;
                }
            } catch (IOException e) {
                System.err.println("attempt " + i + ": " + e);
            }
            try {
                Thread.sleep(100L * i);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // heed: interrupt-spin note
            }
        }
        return false;
    }
}
