// The reader stops itself through its own status: the loop looks at it.
import java.io.IOException;
import java.io.InputStream;

class TailReader {
    private final InputStream in;

    TailReader(InputStream in) {
        this.in = in;
    }

    void follow() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                in.read();
                Thread.sleep(100);
            } catch (InterruptedException | IOException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
