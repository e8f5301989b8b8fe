// The limit is for those who wait; nothing tells that the work counts on an interrupt.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class Limited {
    static CompletableFuture<String> ask(BlockingQueue<String> answers) {
        return CompletableFuture.supplyAsync(() -> {
                    try {
                        return answers.take();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        return "";
                    }
                })
                .orTimeout(1, TimeUnit.SECONDS);
    }
}
