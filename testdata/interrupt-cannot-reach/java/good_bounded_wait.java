// The wait is bounded: the loop looks at its flag every second.
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;

class PollingListener {
    private volatile boolean running = true;
    private Thread acceptor;

    void start() throws IOException {
        ServerSocket server = new ServerSocket(0);
        server.setSoTimeout(1000);
        acceptor = new Thread(() -> {
            while (running) {
                try {
                    server.accept().close();
                } catch (SocketTimeoutException e) {
                    continue;
                } catch (IOException e) {
                    break;
                }
            }
        });
        acceptor.start();
    }

    void stop() {
        running = false;
        acceptor.interrupt();
    }
}
