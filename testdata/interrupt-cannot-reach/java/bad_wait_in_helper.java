// The wait stands in a helper that the thread's body calls.
import java.io.IOException;
import java.net.ServerSocket;

class Gateway implements Runnable {
    private final ServerSocket server;
    private final Thread worker = new Thread(this, "gateway");

    Gateway() throws IOException {
        server = new ServerSocket(0);
    }

    void start() {
        worker.start();
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                next();
            }
        } catch (IOException e) {
            System.err.println("gateway: " + e);
        }
    }

    private void next() throws IOException {
        server.accept().close(); // heed: interrupt-cannot-reach "'server'"
    }

    void stop() {
        worker.interrupt();
    }
}
