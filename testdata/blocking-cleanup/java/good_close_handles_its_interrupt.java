// close() expects to be interrupted in its wait, and goes on to what must be given back.
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;

class Feed implements AutoCloseable {
    private final Thread reader;
    private final Closeable socket;

    Feed(Thread reader, Closeable socket) {
        this.reader = reader;
        this.socket = socket;
    }

    @Override
    public void close() throws IOException {
        reader.interrupt();
        try {
            reader.join(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        socket.close();
    }

    static String next(Thread reader, Closeable socket, BlockingQueue<String> queue) throws IOException {
        try (Feed feed = new Feed(reader, socket)) {
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
