// Closing the socket ends accept() with an exception, and with it the loop.
import java.io.IOException;
import java.net.ServerSocket;

class ClosingListener {
    private volatile ServerSocket server;
    private Thread acceptor;

    void start() throws IOException {
        server = new ServerSocket(0);
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

    void stop() throws IOException {
        acceptor.interrupt();
        server.close();
    }
}
