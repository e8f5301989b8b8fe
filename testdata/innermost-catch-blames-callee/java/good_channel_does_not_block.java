// A channel that is registered with a selector does not wait, and no interrupt comes out of it.
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.logging.Logger;

class SelectorDialer {
    private static final Logger LOG = Logger.getLogger("dialer");

    private final Selector selector;

    SelectorDialer(Selector selector) {
        this.selector = selector;
    }

    void dial(InetSocketAddress address) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            registerAndConnect(channel, address);
        } catch (IOException e) {
            LOG.severe("cannot open a socket to " + address);
            channel.close();
            throw e;
        }
    }

    private void registerAndConnect(SocketChannel channel, InetSocketAddress address) throws IOException {
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_CONNECT);
        channel.connect(address);
    }
}
