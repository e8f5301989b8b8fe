// Reading from a channel of this kind ends with an interrupt, which closes the channel.
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.Callable;

class ChannelSum implements Callable<Long> {
    private final FileChannel channel;

    ChannelSum(FileChannel channel) {
        this.channel = channel;
    }

    @Override
    public Long call() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(8192);
        long read = 0;
        int n = channel.read(buffer);
        while (n >= 0) {
            read += n;
            buffer.clear();
            n = channel.read(buffer);
        }
        return read;
    }
}
