// The promise is given to the callers before the file is opened: they may have cancelled by then.
import java.io.FileNotFoundException;
import java.io.RandomAccessFile;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

class Files2Serve {
    static void serve(String path, Consumer<CompletableFuture<RandomAccessFile>> client) throws FileNotFoundException {
        CompletableFuture<RandomAccessFile> answer = new CompletableFuture<>();
        client.accept(answer);
        RandomAccessFile file = new RandomAccessFile(path, "r");
        answer.complete(file); // heed: resource-lost-in-completion-race
    }
}
