// The caller is told whether the promise took the socket.
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;

class Telling {
    static boolean dial(String host, CompletableFuture<Socket> connected) throws IOException {
        Socket socket = new Socket(host, 80);
        boolean taken = connected.complete(socket);
        System.out.println("taken: " + taken);
        return taken;
    }
}
