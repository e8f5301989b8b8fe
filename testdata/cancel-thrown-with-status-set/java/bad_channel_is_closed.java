// The loop ends by the status; the finally writes the trailer, and the channel closes itself instead.
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

class SegmentWriter {
    void write(FileChannel channel, Iterable<ByteBuffer> blocks) throws IOException {
        try {
            for (ByteBuffer block : blocks) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException(); // heed: cancel-thrown-with-status-set "'write'"
                }
                channel.position(channel.position() + block.remaining());
            }
        } finally {
            channel.write(ByteBuffer.allocate(8));
        }
    }
}
