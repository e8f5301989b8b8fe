// The channel is closed by whoever wants the reader to stop; the name of the exception says so.
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;

class ChannelSource {
    static int read(ReadableByteChannel channel, ByteBuffer buffer) throws IOException, InterruptedException {
        try {
            Thread.sleep(1);
            return channel.read(buffer);
        } catch (ClosedChannelException e) {
            throw new InterruptedException("closed while reading");
        }
    }
}
