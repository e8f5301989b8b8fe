// The exception is stored where the next call finds it: debatable, but somebody is told, so no finding.
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

class Stream {
    private final CountDownLatch ready = new CountDownLatch(1);
    private volatile Exception failure;

    void prepare() {
        try {
            ready.await();
        } catch (InterruptedException e) {
            failure = e;
        }
    }

    void read() throws IOException {
        if (failure != null) {
            throw new IOException("not prepared", failure);
        }
    }
}
