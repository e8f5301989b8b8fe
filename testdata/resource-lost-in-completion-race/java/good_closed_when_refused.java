// What the promise does not take is closed.
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;

class PoliteDialer {
    static void dial(String host, CompletableFuture<Socket> connected) throws IOException {
        Socket socket = new Socket(host, 80);
        if (!connected.complete(socket)) {
            socket.close();
        }
    }
}
