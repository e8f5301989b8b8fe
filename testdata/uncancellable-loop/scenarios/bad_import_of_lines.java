// Once its pool is stopped, the import reads no further than the line at hand.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

class LineImportScene {
    private final AtomicLong reads = new AtomicLong();
    private final AtomicBoolean isOver = new AtomicBoolean();

    static Verdict bad_import_of_lines(Stage stage) {
        LineImportScene scene = new LineImportScene();
        ExecutorService pool = stage.pool();
        new LineImport().start(pool, scene.lines());
        return scene.isEnded(stage, pool);
    }

    static Verdict good_asks_each_turn(Stage stage) {
        LineImportScene scene = new LineImportScene();
        ExecutorService pool = stage.pool();
        pool.submit(new AskingCopy(scene.bytes(), OutputStream.nullOutputStream()));
        return scene.isEnded(stage, pool);
    }

    private Verdict isEnded(Stage stage, ExecutorService pool) {
        stage.afterwards(() -> isOver.set(true));
        Thread reader = stage.busy();
        pool.shutdownNow();
        long before = reads.get();
        return stage.either(
                () -> !stage.isBusy(reader),
                () -> reads.get() > before + 1000,
                "The pool is stopped, and a thousand lines more were read.");
    }

    private void note() throws IOException {
        if (isOver.get()) {
            throw new IOException("the scenario is over");
        }
        reads.incrementAndGet();
    }

    private BufferedReader lines() {
        return new BufferedReader(new StringReader("")) {
            @Override
            public String readLine() throws IOException {
                note();
                return "1";
            }
        };
    }

    private InputStream bytes() {
        return new InputStream() {
            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] target) throws IOException {
                note();
                return target.length;
            }
        };
    }
}
