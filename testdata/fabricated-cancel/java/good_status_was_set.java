// The status tells that somebody interrupted the thread: the exception only says so later.
import java.io.IOException;
import java.io.InputStream;

class PatientSource {
    private final InputStream in;

    PatientSource(InputStream in) {
        this.in = in;
    }

    int next() throws IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        try {
            return in.read();
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException(e.getMessage());
            }
            throw e;
        }
    }
}
