// The carrier is thrown with the status set again, so the handler that takes it loses nothing.
import java.io.IOException;
import java.io.InterruptedIOException;

class StatusAtThrow {
    private void poll() throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted");
        }
    }

    private void answer(Object reply) throws IOException {
        synchronized (reply) {
            try {
                reply.wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            }
        }
    }

    boolean call(Object reply) {
        try {
            poll();
            answer(reply);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
