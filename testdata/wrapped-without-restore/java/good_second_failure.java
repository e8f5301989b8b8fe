// The handlers throw the carrier again; only a second failure, of the cleanup, would take its place.
import java.io.IOException;
import java.io.InterruptedIOException;

class TwoFailures {
    private void write(Object disk) throws IOException {
        synchronized (disk) {
            try {
                disk.wait();
            } catch (InterruptedException e) {
                throw new InterruptedIOException("write");
            }
        }
    }

    private void revert(String path) throws IOException {
        if (path.isEmpty()) {
            throw new IOException("cannot revert");
        }
    }

    void flush(Object disk, String path) throws IOException {
        try {
            try {
                write(disk);
            } catch (IOException e) {
                revert(path);
                throw e;
            }
        } catch (IOException e) {
            System.err.println("flush failed");
            throw e;
        }
    }
}
