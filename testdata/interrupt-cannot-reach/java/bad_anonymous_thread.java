// The same with an anonymous thread class; the test of a status that never becomes visible does not help.
import java.io.IOException;
import java.net.ServerSocket;

class EchoPort {
    private Thread thread;

    synchronized void open() throws IOException {
        final ServerSocket socket = new ServerSocket(0);
        thread = new Thread("echo") {
            @Override
            public void run() {
                while (!isInterrupted()) {
                    try {
                        socket.accept().close(); // heed: interrupt-cannot-reach
                    } catch (IOException e) {
                        return;
                    }
                }
            }
        };
        thread.start();
    }

    synchronized void shut() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }
}
