// Only failures are tried again; the interrupt of an attempt, or of the pause, leaves the method.
import java.io.IOException;

abstract class PlainRetry {
    abstract byte[] fetchOnce() throws IOException, InterruptedException;

    byte[] fetch(int attempts) throws IOException, InterruptedException {
        IOException last = new IOException("no attempt");
        for (int i = 0; i < attempts; i++) {
            try {
                return fetchOnce();
            } catch (IOException e) {
                last = e;
                Thread.sleep(100L << i);
            }
        }
        throw last;
    }
}
