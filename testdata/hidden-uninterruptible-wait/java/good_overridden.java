// The clause stands here for the class below.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;

class BaseSource {
    private final CompletableFuture<String> answer = new CompletableFuture<>();

    String next() throws InterruptedException {
        return answer.join();
    }
}

class QueueSource extends BaseSource {
    private final BlockingQueue<String> queue = new java.util.concurrent.LinkedBlockingQueue<>();

    @Override
    String next() throws InterruptedException {
        return queue.take();
    }
}
