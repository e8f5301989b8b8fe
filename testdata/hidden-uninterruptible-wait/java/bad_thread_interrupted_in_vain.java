// stop() interrupts the sender; it waits for an answer by join(), which goes on.
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

class AnsweringSender {
    private final Thread sender = new Thread(this::send);
    private final Function<String, CompletableFuture<String>> client;
    private volatile String last;

    AnsweringSender(Function<String, CompletableFuture<String>> client) {
        this.client = client;
    }

    void start() {
        sender.start();
    }

    void stop() {
        sender.interrupt();
    }

    private void send() {
        CompletableFuture<String> answer = client.apply("hello");
        last = answer.join(); // heed: hidden-uninterruptible-wait "'stop' interrupts the thread that waits here"
    }
}
