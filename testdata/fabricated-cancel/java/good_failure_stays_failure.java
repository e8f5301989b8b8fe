// Failures and interrupts leave as what they are.
import java.io.IOException;
import java.io.InputStream;

class ChunkSource {
    private final InputStream in;

    ChunkSource(InputStream in) {
        this.in = in;
    }

    int next() throws IOException, InterruptedException {
        Thread.sleep(1);
        return in.read();
    }
}
