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
                Socket socket = new Socket(address.getAddress(), address.getPort()); // step 1: "the 'Socket' is opened here"
                connected.complete(socket); // heed: resource-lost-in-completion-race "If 'connected' was cancelled meanwhile, 'complete' returns false" // step 2: "the answer is dropped"
            } catch (IOException e) {
                connected.completeExceptionally(e);
            }
        });
        return connected;
    }
}
