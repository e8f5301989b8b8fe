// A daemon that runs as long as the process: nobody believes to stop it.
import java.io.IOException;
import java.net.ServerSocket;

class DaemonListener {
    private Thread acceptor;

    void start() throws IOException {
        ServerSocket server = new ServerSocket(0);
        acceptor = new Thread(() -> {
            try {
                while (true) {
                    server.accept().close();
                }
            } catch (IOException e) {
                System.err.println("closed: " + e);
            }
        });
        acceptor.setDaemon(true);
        acceptor.start();
    }
}
