// A promise that somebody else completes: there is no work behind it that could be interrupted.
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class Replies {
    private final CompletableFuture<String> reply = new CompletableFuture<>();

    void onReply(String text) {
        reply.complete(text);
    }

    String get() {
        return reply.orTimeout(1, TimeUnit.SECONDS).join();
    }

    void giveUp() {
        reply.cancel(true);
    }
}
