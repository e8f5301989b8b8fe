// The socket is open at last, but whoever wanted it has cancelled: it is never closed.
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

class Dialer {
    private final ExecutorService pool;

    Dialer(ExecutorService pool) {
        this.pool = pool;
    }

    CompletableFuture<Socket> dial(InetSocketAddress address) {
        CompletableFuture<Socket> connected = new CompletableFuture<>();
        pool.execute(() -> {
            try {
                Socket socket = new Socket(address.getAddress(), address.getPort());
                if (!connected.complete(socket)) {
                    socket.close();
                }
            } catch (IOException e) {
                connected.completeExceptionally(e);
            }
        });
        return connected;
    }
}
