// The task waits in the socket, where no interrupt reaches it: to close that is how it is stopped.
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;

class Doorkeeper {
    private final ExecutorService pool;
    private final ServerSocket server;
    private final BlockingQueue<Socket> accepted;

    Doorkeeper(ExecutorService pool, ServerSocket server, BlockingQueue<Socket> accepted) {
        this.pool = pool;
        this.server = server;
        this.accepted = accepted;
    }

    void start() {
        pool.submit(() -> {
            server.setReuseAddress(true);
            while (true) {
                accepted.put(server.accept());
            }
        });
    }

    void stop() throws IOException {
        pool.shutdownNow();
        server.close();
    }
}
