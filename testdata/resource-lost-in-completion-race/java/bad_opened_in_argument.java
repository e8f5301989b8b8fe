// The reader is opened in the argument, for a promise that came from outside.
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

class Opener {
    static void open(Path path, CompletableFuture<BufferedReader> opened) {
        try {
            opened.complete(Files.newBufferedReader(path)); // heed: resource-lost-in-completion-race "the 'BufferedReader' that was opened for it is never closed"
        } catch (IOException e) {
            opened.completeExceptionally(e);
        }
    }
}
