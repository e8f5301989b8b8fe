// A read that is interrupted closes its channel and leaves the status set; so the goodbye in the finally is never sent.
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.BlockingQueue;

class ChannelSession {
    private final SocketChannel channel;
    private final BlockingQueue<String> outbox;

    ChannelSession(SocketChannel channel, BlockingQueue<String> outbox) {
        this.channel = channel;
        this.outbox = outbox;
    }

    int receive(ByteBuffer buffer) throws IOException, InterruptedException {
        try {
            return channel.read(buffer); // step 1: "throws 'ClosedByInterruptException', and the interrupt status stays set"
        } finally {
            outbox.put("goodbye"); // heed: blocking-cleanup "After an interrupt the status is still set when this cleanup runs: 'put' gives up at once"
        }
    }
}
