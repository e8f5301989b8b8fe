// The reader goes on reading for a subscriber that is gone.
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousByteChannel;
import java.nio.channels.CompletionHandler;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

class ChannelFlux {
    private static final class Reader implements CompletionHandler<Integer, ByteBuffer> {
        private final AsynchronousByteChannel channel;
        private final FluxSink<String> sink;

        Reader(AsynchronousByteChannel channel, FluxSink<String> sink) {
            this.channel = channel;
            this.sink = sink;
        }

        @Override
        public void completed(Integer count, ByteBuffer buffer) {
            if (count < 0) {
                sink.complete();
                return;
            }
            sink.next(new String(buffer.array(), 0, count));
            buffer.clear();
            channel.read(buffer, buffer, this);
        }

        @Override
        public void failed(Throwable failure, ByteBuffer buffer) {
            sink.error(failure);
        }
    }

    static Flux<String> read(AsynchronousByteChannel channel) {
        return Flux.create(sink -> { // heed: hook-not-on-cancel-path "never learns that the subscriber has cancelled"
            ByteBuffer buffer = ByteBuffer.allocate(512);
            channel.read(buffer, buffer, new Reader(channel, sink));
        });
    }
}
