// cancel(false) says that the work may go on.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;

class LetsItRun {
    static void ask(BlockingQueue<String> queue) {
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return queue.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return "";
            }
        });
        answer.cancel(false);
    }
}
