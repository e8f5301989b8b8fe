// Two words for one thing: an interrupt that came as an I/O exception, and the other way round.
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PipedInputStream;

class WordSource {
    static int read(PipedInputStream in) throws IOException, InterruptedException {
        try {
            return in.read();
        } catch (InterruptedIOException e) {
            throw (InterruptedException) new InterruptedException("interrupted while reading").initCause(e);
        }
    }

    static void pause() throws InterruptedIOException {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while pausing");
        }
    }
}
