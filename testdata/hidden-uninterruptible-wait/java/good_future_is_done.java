// Asked only when it is done: join() does not wait.
import java.util.concurrent.CompletableFuture;

class DoneOnly {
    private final CompletableFuture<String> name = new CompletableFuture<>();

    String nameOrNull() throws InterruptedException {
        if (name.isDone()) {
            return name.join();
        }
        return null;
    }
}
