// Work of an executor, which a cancel interrupts; it closes itself what it has opened and nobody gets.
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

class TaskDialer {
    private final LinkedBlockingQueue<Socket> idle = new LinkedBlockingQueue<>();

    Future<?> dial(ExecutorService pool, String host) {
        return pool.submit(() -> {
            Socket socket = new Socket(host, 80);
            if (Thread.currentThread().isInterrupted() || !idle.offer(socket)) {
                socket.close();
            }
            return null;
        });
    }

    void close() throws IOException {
        for (Socket socket : idle) {
            socket.close();
        }
    }
}
