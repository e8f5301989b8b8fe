// A channel for which nobody waits any more is closed.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

class ChannelFactoryScene {
    static Verdict bad_closed_on_failure_only(Stage stage) throws Exception {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        stage.afterwards(server);
        AtomicReference<SocketChannel> opened = new AtomicReference<>();
        CompletableFuture<SocketChannel> ready = new CompletableFuture<>() {
            @Override
            public boolean complete(SocketChannel channel) {
                opened.set(channel);
                stage.afterwards(channel);
                return super.complete(channel);
            }
        };
        ready.cancel(true);
        new ChannelFactory(ready).connect(server.getLocalSocketAddress());
        return Verdict.holdsIf(
                !opened.get().isOpen(), "The promise is cancelled, complete() has answered false, and the channel is open.");
    }
}
