// A loop that counts to its end: the attempts that are left are made without a pause, which is debatable, and no spin.
import java.io.IOException;

abstract class FewAttempts {
    abstract boolean attempt() throws IOException;

    boolean run() {
        for (int i = 1; i <= 3; i++) {
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
                Thread.currentThread().interrupt();
            }
        }
        return false;
    }
}
