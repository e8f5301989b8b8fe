// What leaves is the exception that was made, whatever type its variable is declared with.
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;

class DeclaredWidest {
    Path next(BlockingQueue<Path> queue) throws IOException {
        IOException failure = null;
        try {
            return queue.take();
        } catch (InterruptedException e) { // heed: wrapped-without-restore "as 'FileNotFoundException'"
            failure = new FileNotFoundException("no next file");
            failure.initCause(e);
        }
        throw failure;
    }
}
