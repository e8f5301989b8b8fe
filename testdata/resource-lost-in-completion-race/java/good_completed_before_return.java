// Nobody else has the promise yet: it is always completed.
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;

class Immediate {
    static CompletableFuture<Socket> dial(String host) throws IOException {
        CompletableFuture<Socket> connected = new CompletableFuture<>();
        Socket socket = new Socket(host, 80);
        connected.complete(socket);
        return connected;
    }
}
