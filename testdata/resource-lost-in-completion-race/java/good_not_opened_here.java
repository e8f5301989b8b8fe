// The socket came in from outside: whoever opened it may close it.
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;

class PassesOn {
    static void accepted(Socket socket, CompletableFuture<Socket> promise) {
        promise.complete(socket);
    }

    static void stream(Socket socket, CompletableFuture<InputStream> promise) throws IOException {
        promise.complete(new BufferedInputStream(socket.getInputStream()));
    }
}
