// The try closes the writer as soon as the task has been asked to stop.
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

class Recording {
    static void record(Path path, ExecutorService pool, BlockingQueue<String> lines, CountDownLatch enough)
            throws IOException, InterruptedException {
        try (Writer out = Files.newBufferedWriter(path)) {
            Future<?> copying = pool.submit(() -> {
                while (true) {
                    out.write(lines.take());
                }
            });
            enough.await();
            copying.cancel(true); // heed: cancel-not-awaited "'out' is closed under the task that still uses it"
        }
    }
}
