// A socket for which nobody waits any more is closed.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;

class DialerScene {
    static Verdict bad_connect_after_cancel(Stage stage) throws Exception {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        stage.afterwards(server);
        ExecutorService pool = stage.singleThread();
        CountDownLatch isCancelled = new CountDownLatch(1);
        pool.execute(() -> await(isCancelled));
        new Dialer(pool).dial((InetSocketAddress) server.getLocalSocketAddress()).cancel(true);
        isCancelled.countDown();
        try (Socket client = server.accept()) {
            // The dialer is done with it when the pool comes to this.
            pool.submit(() -> {}).get();
            client.setSoTimeout(500);
            return Verdict.holdsIf(client.getInputStream().read() < 0, "");
        } catch (SocketTimeoutException e) {
            return Verdict.holdsIf(
                    false, "The promise was cancelled, the socket was connected after that, and nobody closes it.");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
