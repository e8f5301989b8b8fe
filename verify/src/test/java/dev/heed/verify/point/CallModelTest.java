package dev.heed.verify.point;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Type;

class CallModelTest {
    private static final String HERE = Type.getInternalName(CallModelTest.class);

    private final CallModel model =
            new CallModel(new ClassFiles(CallModelTest::read), name -> name.startsWith(HERE + "$Own"));

    /** A library's class that overrides without the exception. */
    static class Patient extends LinkedBlockingQueue<String> {
        private static final long serialVersionUID = 1L;

        @Override
        public String take() {
            return "";
        }
    }

    interface Source {
        String next() throws InterruptedException;
    }

    interface OwnSource {
        String next() throws InterruptedException;
    }

    static class OwnWorker extends Thread {
        void step() throws InterruptedException {
            sleep(1);
        }
    }

    private static byte[] read(String name) {
        try (InputStream file = ClassLoader.getSystemResourceAsStream(name + ".class")) {
            return file == null ? null : file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Delivery> deliveries(Class<?> owner, String name, String descriptor) {
        return model.call(Type.getInternalName(owner), name, descriptor).deliveries();
    }

    @Test
    void readsWhatIsDeclared() {
        assertThat(deliveries(BlockingQueue.class, "take", "()Ljava/lang/Object;"))
                .containsExactly(Delivery.THROW);
        assertThat(deliveries(Source.class, "next", "()Ljava/lang/String;")).containsExactly(Delivery.THROW);
        assertThat(deliveries(BlockingQueue.class, "offer", "(Ljava/lang/Object;)Z"))
                .isEmpty();
    }

    @Test
    void looksUpTheHierarchy() {
        // Declared by Thread, called through a class of our own.
        assertThat(deliveries(OwnWorker.class, "join", "()V")).containsExactly(Delivery.THROW);
        assertThat(deliveries(
                        LinkedBlockingQueue.class, "poll", "(JLjava/util/concurrent/TimeUnit;)Ljava/lang/Object;"))
                .containsExactly(Delivery.THROW);
    }

    @Test
    void overridingMayTakeTheExceptionAway() {
        assertThat(deliveries(Patient.class, "take", "()Ljava/lang/String;")).isEmpty();
    }

    @Test
    void ourOwnMethodsAreLookedInto() {
        assertThat(deliveries(OwnWorker.class, "step", "()V")).isEmpty();
        Call call = model.call(Type.getInternalName(OwnSource.class), "next", "()Ljava/lang/String;");
        assertThat(call.from()).isEqualTo(Call.From.UNKNOWN_CODE);
        assertThat(call.deliveries()).containsExactly(Delivery.THROW);
    }

    @Test
    void knowsCallsThatDeclareNothing() {
        assertThat(deliveries(java.util.concurrent.locks.LockSupport.class, "park", "()V"))
                .containsExactly(Delivery.STATUS);
        assertThat(deliveries(java.util.concurrent.CyclicBarrier.class, "await", "()I"))
                .containsExactly(Delivery.STATUS_THEN_THROW);
        assertThat(deliveries(java.util.concurrent.CompletableFuture.class, "join", "()Ljava/lang/Object;"))
                .containsExactly(Delivery.CANCEL_AWAITED);
        assertThat(deliveries(java.util.concurrent.FutureTask.class, "get", "()Ljava/lang/Object;"))
                .containsExactly(Delivery.THROW, Delivery.CANCEL_AWAITED);
        assertThat(deliveries(java.nio.channels.SocketChannel.class, "read", "(Ljava/nio/ByteBuffer;)I"))
                .containsExactly(Delivery.STATUS);
    }

    @Test
    void tellsLocksAndResources() {
        String lock = Type.getInternalName(java.util.concurrent.locks.ReentrantLock.class);
        assertThat(model.call(lock, "tryLock", "(JLjava/util/concurrent/TimeUnit;)Z"))
                .isEqualTo(new Call(List.of(Delivery.THROW), Call.From.ANYTHING, java.util.Set.of(Watch.TRY)));
        assertThat(model.call("java/nio/file/Files", "newInputStream", "(Ljava/nio/file/Path;)Ljava/io/InputStream;")
                        .is(Watch.OPEN))
                .isTrue();
        assertThat(model.isResource("java/io/StringReader")).isFalse();
    }

    @Test
    void whatIsMissingIsNoPoint() {
        assertThat(model.call("no/such/Library", "await", "()V").isPlain()).isTrue();
    }
}
