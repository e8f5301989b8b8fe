// What the promise does not take is closed.
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;

class PoliteDialer {
    static void dial(InetSocketAddress address, CompletableFuture<Socket> connected) throws IOException {
        Socket socket = new Socket(address.getAddress(), address.getPort());
        if (!connected.complete(socket)) {
            socket.close();
        }
    }
}
