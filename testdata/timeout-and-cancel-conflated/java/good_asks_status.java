// What is told of both is told after a look at the status.
import java.net.SocketTimeoutException;
import java.net.ServerSocket;
import java.net.Socket;
import java.io.IOException;
import java.io.InterruptedIOException;

class Accept {
    static Socket accept(ServerSocket server) throws IOException {
        try {
            return server.accept();
        } catch (SocketTimeoutException e) {
            throw new IOException("nobody came", e);
        } catch (InterruptedIOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            throw new IOException("not accepted", e);
        }
    }
}
