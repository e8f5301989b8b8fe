// initCause returns Throwable, so the code casts; the exception stays an InterruptedIOException.
import java.io.IOException;
import java.io.InterruptedIOException;

class UpcastCarrier {
    void pause(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw (IOException) new InterruptedIOException("interrupted while pausing").initCause(e);
        }
    }
}
