// A pause that is cut short hurts nobody: nothing is released by it or behind it.
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

class PausedThrottle {
    static int slowly(SocketChannel channel, ByteBuffer buffer) throws IOException, InterruptedException {
        try {
            return channel.read(buffer);
        } finally {
            Thread.sleep(10);
        }
    }
}
