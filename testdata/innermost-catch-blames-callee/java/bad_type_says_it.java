// No text at all: the type blames the other side.
import java.net.ConnectException;
import java.util.concurrent.CountDownLatch;

class Link {
    private final CountDownLatch opened = new CountDownLatch(1);

    void open() throws ConnectException {
        try {
            opened.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectException(); // heed: innermost-catch-blames-callee "assuming that 'ConnectException' means the other side of 'await'"
        }
    }
}
