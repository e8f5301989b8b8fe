// close() expects to be interrupted in its wait, and goes on to what must be given back.
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class Feed implements AutoCloseable {
    private final CountDownLatch drained;
    private final Closeable socket;

    Feed(CountDownLatch drained, Closeable socket) {
        this.drained = drained;
        this.socket = socket;
    }

    @Override
    public void close() throws IOException {
        try {
            drained.await(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        socket.close();
    }

    static String next(CountDownLatch drained, Closeable socket, BlockingQueue<String> queue)
            throws IOException {
        try (Feed feed = new Feed(drained, socket)) {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    static String first(Feed feed, BlockingQueue<String> queue) throws IOException {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            feed.close();
        }
    }
}
