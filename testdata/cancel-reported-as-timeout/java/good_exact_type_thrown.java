// What connect throws is an InterruptedIOException itself, which a handler of its subclass does not take.
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;

class ExactType {
    private void waitFor(Object answer) throws IOException {
        try {
            synchronized (answer) {
                answer.wait(1000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    void connect(Object answer) throws IOException {
        try {
            waitFor(answer);
        } catch (SocketTimeoutException e) {
            throw new IOException("connect timed out", e);
        }
    }
}
