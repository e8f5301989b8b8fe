// As above, with the loop in the caller.
import java.io.IOException;
import java.io.InputStream;

class TailLoop {
    private final InputStream in;

    TailLoop(InputStream in) {
        this.in = in;
    }

    void follow() {
        while (!Thread.currentThread().isInterrupted()) {
            step();
        }
    }

    private void step() {
        try {
            in.read();
            Thread.sleep(100);
        } catch (InterruptedException | IOException e) {
            Thread.currentThread().interrupt();
        }
    }
}
