// The wait between two attempts is interrupted, and the next attempt is made all the same.
import java.io.IOException;

abstract class Connector {
    abstract void connectOnce() throws IOException;

    boolean connect(int attempts) {
        for (int attempt = 0; attempt < attempts; attempt++) {
            try {
                connectOnce();
                return true;
            } catch (IOException e) {
                try {
                    Thread.sleep(100L << attempt);
                } catch (InterruptedException ignored) {
                    Thread.currentThread().interrupt();
                    break;
                }
            }
        }
        return false;
    }
}
