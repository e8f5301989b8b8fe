// A broken connection ends the worker in silence: its loop takes an interrupt for a request to stop.
import java.io.IOException;
import java.io.InputStream;

class FrameSource {
    private final InputStream in;

    FrameSource(InputStream in) {
        this.in = in;
    }

    int next() throws InterruptedException {
        try {
            return in.read();
        } catch (IOException e) { // step 1: "'IOException' is caught here"
            throw new InterruptedException("read failed: " + e); // heed: fabricated-cancel "'IOException' leaves 'next' as 'InterruptedException'" // step 2: "is thrown"
        }
    }
}
