// The signature has room for the failure, and it leaves as an interrupt all the same.
import java.io.IOException;
import java.io.InputStream;

class BlockSource {
    private final InputStream in;

    BlockSource(InputStream in) {
        this.in = in;
    }

    byte[] next() throws IOException, InterruptedException {
        Thread.sleep(1);
        try {
            return in.readNBytes(512);
        } catch (IOException e) {
            throw e;
        }
    }
}
