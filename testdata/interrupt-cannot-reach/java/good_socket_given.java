// The socket belongs to whoever made it.
import java.io.IOException;
import java.net.ServerSocket;

class GuestListener {
    private final ServerSocket server;
    private Thread acceptor;

    GuestListener(ServerSocket server) {
        this.server = server;
    }

    void start() {
        acceptor = new Thread(() -> {
            try {
                while (true) {
                    server.accept().close();
                }
            } catch (IOException e) {
                System.err.println("closed: " + e);
            }
        });
        acceptor.start();
    }

    void stop() {
        acceptor.interrupt();
    }
}
