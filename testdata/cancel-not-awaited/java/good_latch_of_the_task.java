// The task tells when it is done, whatever ends it.
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

class LatchedRecording {
    static void record(Path path, ExecutorService pool, BlockingQueue<String> lines, CountDownLatch enough)
            throws IOException, InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        try (Writer out = Files.newBufferedWriter(path)) {
            Future<?> copying = pool.submit(() -> {
                try {
                    while (true) {
                        out.write(lines.take());
                    }
                } finally {
                    ended.countDown();
                }
            });
            enough.await();
            copying.cancel(true);
            ended.await();
        }
    }
}
