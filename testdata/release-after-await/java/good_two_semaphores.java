// A bounded buffer: what is acquired here is released by the other side.
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

class Buffer {
    private final Semaphore free = new Semaphore(16);
    private final Semaphore filled = new Semaphore(0);
    private final Deque<String> items = new ArrayDeque<>();

    void put(String item) throws InterruptedException {
        free.acquire();
        synchronized (items) {
            items.addLast(item);
        }
        filled.release();
    }

    String take() throws InterruptedException {
        filled.acquire();
        String item;
        synchronized (items) {
            item = items.removeFirst();
        }
        free.release();
        return item;
    }
}
