// The variables are declared as IOException; what leaves is an InterruptedIOException all the same.
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;

class DeclaredWider {
    void close(CompletionService<Void> closing, ExecutorService pool, int writers) throws IOException {
        try {
            for (int i = 0; i < writers; i++) {
                closing.take().get();
            }
        } catch (InterruptedException e) {
            IOException interrupted = new InterruptedIOException();
            interrupted.initCause(e);
            throw interrupted;
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    void copy(BlockingQueue<byte[]> parts, OutputStream out) throws IOException {
        IOException failure = null;
        try {
            for (byte[] part = parts.take(); part.length > 0; part = parts.take()) {
                out.write(part);
            }
        } catch (InterruptedException e) {
            failure = new InterruptedIOException("interrupted while copying");
            failure.initCause(e);
            throw failure;
        } catch (IOException e) {
            failure = e;
            throw e;
        } finally {
            if (failure != null) {
                out.close();
            }
        }
    }
}
