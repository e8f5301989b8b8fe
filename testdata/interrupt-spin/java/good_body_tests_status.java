// The body looks at the status before it waits again.
import java.io.IOException;

abstract class Careful {
    abstract boolean attempt() throws IOException;

    boolean run() {
        for (int i = 1; i <= 10; i++) {
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
            try {
                if (attempt()) {
                    return true;
                }
                Thread.sleep(100L * i);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                System.err.println("attempt " + i + ": " + e);
            }
        }
        return false;
    }
}
