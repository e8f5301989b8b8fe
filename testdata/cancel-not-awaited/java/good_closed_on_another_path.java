// Either the work is cancelled, or what it used is closed after its end.
import java.io.IOException;
import java.io.Writer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

class EitherOr {
    static void copy(ExecutorService pool, Writer out, BlockingQueue<String> lines, boolean giveUp)
            throws IOException, ExecutionException, InterruptedException {
        Future<?> copying = pool.submit(() -> {
            out.write(lines.take());
            return null;
        });
        if (giveUp) {
            copying.cancel(true);
            return;
        }
        copying.get();
        out.close();
    }
}
