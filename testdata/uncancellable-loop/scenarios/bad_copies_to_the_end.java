// Once it is cancelled, the copy reads no further than the block at hand.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

class FileCopiesScene {
    static Verdict bad_copies_to_the_end(Stage stage) {
        Endless source = new Endless();
        stage.afterwards(source);
        Future<Long> copy = new FileCopies().copy(stage.pool(), source, OutputStream.nullOutputStream());
        return isEnded(stage, source, copy);
    }

    static Verdict good_asks_each_turn(Stage stage) {
        Endless source = new Endless();
        stage.afterwards(source);
        Future<Long> copy = stage.pool().submit(new AskingCopy(source, OutputStream.nullOutputStream()));
        return isEnded(stage, source, copy);
    }

    private static Verdict isEnded(Stage stage, Endless source, Future<Long> copy) {
        Thread copier = stage.busy();
        copy.cancel(true);
        long blocks = source.blocks.get();
        return stage.either(
                () -> !stage.isBusy(copier),
                () -> source.blocks.get() > blocks + 1000,
                "The future is cancelled, and a thousand blocks more were copied.");
    }

    private static final class Endless extends InputStream {
        private final AtomicLong blocks = new AtomicLong();
        private volatile boolean isClosed;

        @Override
        public int read() {
            return 0;
        }

        @Override
        public int read(byte[] target) throws IOException {
            if (isClosed) {
                throw new IOException("closed");
            }
            blocks.incrementAndGet();
            return target.length;
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }
}
