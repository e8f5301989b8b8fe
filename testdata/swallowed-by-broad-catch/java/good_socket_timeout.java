// SocketTimeoutException is an InterruptedIOException, but no cancellation.
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;

class Accepting {
    static Socket accept(ServerSocket server) {
        try {
            return server.accept();
        } catch (SocketTimeoutException e) {
            return null;
        } catch (IOException e) {
            System.err.println("accept failed: " + e);
            return null;
        }
    }
}
