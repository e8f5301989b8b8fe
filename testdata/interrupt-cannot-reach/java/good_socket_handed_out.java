// Others know the socket, and may close it.
import java.io.IOException;
import java.net.ServerSocket;

class SharedListener {
    private final ServerSocket server;
    private Thread acceptor;

    SharedListener() throws IOException {
        server = new ServerSocket(0);
    }

    ServerSocket socket() {
        return server;
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
