// A channel's accept() ends by an interrupt.
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;

class ChannelListener {
    private Thread acceptor;

    void start() throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        acceptor = new Thread(() -> {
            try (server) {
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
