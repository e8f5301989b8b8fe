// To close the source is the other way to ask its reader to stop.
import java.util.ArrayDeque;
import java.util.Deque;

class ClosableSource {
    private final Deque<String> items = new ArrayDeque<>();
    private boolean closed;

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized void add(String item) {
        items.add(item);
        notifyAll();
    }

    synchronized String take() throws InterruptedException {
        while (items.isEmpty()) {
            if (closed) {
                throw new InterruptedException("closed");
            }
            wait();
        }
        return items.remove();
    }
}
