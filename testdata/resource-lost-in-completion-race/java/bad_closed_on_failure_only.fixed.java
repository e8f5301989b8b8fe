// The channel is closed when its setup fails, but not when the promise no longer wants it.
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;

class ChannelFactory {
    private final CompletableFuture<SocketChannel> ready;

    ChannelFactory(CompletableFuture<SocketChannel> ready) {
        this.ready = ready;
    }

    void connect(SocketAddress address) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.connect(address);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        if (!ready.complete(channel)) {
            channel.close();
        }
    }

    CompletableFuture<SocketChannel> ready() {
        return ready;
    }
}
