// A reader for which nobody waits any more is closed.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

class OpenerScene {
    static Verdict bad_opened_in_argument(Stage stage) throws Exception {
        Path file = Files.createTempFile("scene", ".txt");
        stage.afterwards(() -> Files.deleteIfExists(file));
        AtomicReference<BufferedReader> opened = new AtomicReference<>();
        Opener.open(file, cancelled(stage, opened));
        return Verdict.holdsIf(isClosed(opened.get()), "The promise is cancelled, complete() has answered false, and the reader is open.");
    }

    static Verdict good_closed_when_refused(Stage stage) throws Exception {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        stage.afterwards(server);
        AtomicReference<Socket> opened = new AtomicReference<>();
        PoliteDialer.dial((InetSocketAddress) server.getLocalSocketAddress(), cancelled(stage, opened));
        return Verdict.holdsIf(opened.get().isClosed(), "");
    }

    private static <T extends AutoCloseable> CompletableFuture<T> cancelled(Stage stage, AtomicReference<T> opened) {
        CompletableFuture<T> promise = new CompletableFuture<>() {
            @Override
            public boolean complete(T resource) {
                opened.set(resource);
                stage.afterwards(resource);
                return super.complete(resource);
            }
        };
        promise.cancel(true);
        return promise;
    }

    private static boolean isClosed(BufferedReader reader) {
        try {
            reader.ready();
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
