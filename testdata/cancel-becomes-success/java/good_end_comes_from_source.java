// -1 is returned only if the source says so; the interrupt leaves as an exception.
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;

class ThrottledStream extends InputStream {
    private final InputStream source;
    private final Semaphore rate;

    ThrottledStream(InputStream source, Semaphore rate) {
        this.source = source;
        this.rate = rate;
    }

    @Override
    public int read() throws IOException {
        try {
            rate.acquire();
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
        int value = source.read();
        if (value < 0) {
            return -1;
        }
        return value;
    }
}
