// SocketTimeoutException extends InterruptedIOException and is a timeout all the same.
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

class RealTimeout {
    static int read(InputStream in) throws IOException {
        try {
            return in.read();
        } catch (SocketTimeoutException e) {
            throw new IOException("read timed out", e);
        }
    }
}
