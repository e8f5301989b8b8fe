// For a subscriber that is gone, no more is read than what was under way.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousByteChannel;
import java.nio.channels.CompletionHandler;
import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.Disposable;

class ChannelFluxScene {
    static Verdict bad_deaf_emitter(Stage stage) {
        AtomicInteger reads = new AtomicInteger();
        AtomicReference<Runnable> data = new AtomicReference<>();
        Disposable subscriber = ChannelFlux.read(channel(reads, data)).subscribe();
        data.get().run();
        int before = reads.get();
        subscriber.dispose();
        data.get().run();
        data.get().run();
        data.get().run();
        int more = reads.get() - before;
        return Verdict.holdsIf(more <= 1, "The subscriber has cancelled, and the channel was read " + more + " times more.");
    }

    static Verdict good_emitter_asks(Stage stage) {
        AtomicInteger reads = new AtomicInteger();
        List<String> items = new AbstractList<>() {
            @Override
            public String get(int index) {
                reads.incrementAndGet();
                return "item";
            }

            @Override
            public int size() {
                return 10;
            }
        };
        ListFlux.of(items, Runnable::run).take(1).subscribe();
        return Verdict.holdsIf(reads.get() <= 2, "");
    }

    /** Each read is noted, and done when the data are there. */
    private static AsynchronousByteChannel channel(AtomicInteger reads, AtomicReference<Runnable> data) {
        return (AsynchronousByteChannel) Proxy.newProxyInstance(
                ChannelFluxScene.class.getClassLoader(),
                new Class<?>[] {AsynchronousByteChannel.class},
                (proxy, method, args) -> {
                    if (method.getName().equals("read")) {
                        reads.incrementAndGet();
                        data.set(() -> completed(args));
                    }
                    return null;
                });
    }

    @SuppressWarnings("unchecked")
    private static void completed(Object... read) {
        ByteBuffer buffer = (ByteBuffer) read[0];
        buffer.put((byte) 'x');
        ((CompletionHandler<Integer, ByteBuffer>) read[2]).completed(1, buffer);
    }
}
