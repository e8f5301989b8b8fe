// The listener waits in accept(), which no interrupt ends, and closes its socket only when it is past that.
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

class Listener {
    private volatile boolean running;
    private Thread acceptor;

    void start(int port) throws IOException {
        ServerSocket server = new ServerSocket(port);
        running = true;
        acceptor = new Thread(() -> {
            while (running) {
                try {
                    serve(server.accept()); // heed: interrupt-cannot-reach "'stop' interrupts the thread that waits here" // step 1: "waits in 'accept'"
                } catch (IOException e) {
                    break;
                }
            }
            try {
                server.close();
            } catch (IOException e) {
                running = false;
            }
        });
        acceptor.start();
    }

    void stop() {
        running = false;
        acceptor.interrupt(); // step 2: "interrupts it here"
    }

    private void serve(Socket client) throws IOException {
        client.close();
    }
}
