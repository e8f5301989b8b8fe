// interrupt() is overridden so that it also closes the socket.
import java.io.IOException;
import java.net.ServerSocket;

class ClosingThread extends Thread {
    private final ServerSocket server;

    ClosingThread() throws IOException {
        server = new ServerSocket(0);
    }

    @Override
    public void interrupt() {
        try {
            server.close();
        } catch (IOException e) {
            System.err.println("close: " + e);
        } finally {
            super.interrupt();
        }
    }

    @Override
    public void run() {
        try {
            while (!isInterrupted()) {
                server.accept().close();
            }
        } catch (IOException e) {
            System.err.println("closed: " + e);
        }
    }

    void finish() {
        interrupt();
    }
}
