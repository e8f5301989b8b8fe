// On a socket InterruptedIOException is what a timeout looked like before SocketTimeoutException was named: no interrupt.
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ServerSocket;
import java.net.Socket;

class OldStyle {
    static Socket acceptOrNull(ServerSocket server) throws IOException {
        server.setSoTimeout(500);
        try {
            return server.accept();
        } catch (InterruptedIOException e) {
            return null;
        }
    }
}
