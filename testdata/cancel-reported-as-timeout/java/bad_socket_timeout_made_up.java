// The type alone says timeout.
import java.net.SocketTimeoutException;
import java.util.concurrent.Semaphore;

class Connections {
    private final Semaphore free = new Semaphore(5);

    void lease() throws SocketTimeoutException {
        try {
            free.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SocketTimeoutException(); // heed: cancel-reported-as-timeout
        }
    }
}
