// The one who completes the promise waits until it has been used, and closes then.
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

class Lends {
    static void lend(String host, CompletableFuture<Socket> promise, CountDownLatch used)
            throws IOException, InterruptedException {
        Socket socket = new Socket(host, 80);
        try {
            promise.complete(socket);
            used.await();
        } finally {
            socket.close();
        }
    }
}
