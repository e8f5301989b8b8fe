// Whoever stops the listener connects to it once, and so wakes it.
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

class KnockedListener {
    private final int port;
    private volatile boolean running = true;
    private Thread acceptor;

    KnockedListener(int port) {
        this.port = port;
    }

    void start() throws IOException {
        ServerSocket server = new ServerSocket(port);
        acceptor = new Thread(() -> {
            try {
                while (running) {
                    server.accept().close();
                }
            } catch (IOException e) {
                running = false;
            }
        });
        acceptor.start();
    }

    void stop() throws IOException {
        running = false;
        acceptor.interrupt();
        new Socket("localhost", port).close();
    }
}
