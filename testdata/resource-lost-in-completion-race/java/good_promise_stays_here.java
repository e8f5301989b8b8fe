// Only a dependent stage is given out: to cancel that does not cancel the promise.
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

class Private {
    static CompletableFuture<String> dial(ExecutorService pool, String host) {
        CompletableFuture<Socket> connected = new CompletableFuture<>();
        pool.execute(() -> {
            try {
                Socket socket = new Socket(host, 80);
                connected.complete(socket);
            } catch (IOException e) {
                System.err.println("no socket: " + e);
            }
        });
        return connected.thenApply(Private::greet);
    }

    private static String greet(Socket socket) {
        try (socket) {
            return socket.toString();
        } catch (IOException e) {
            return "closed: " + e;
        }
    }
}
