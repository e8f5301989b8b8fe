// The interface declares it, for implementations that can be interrupted; this one cannot.
import java.util.concurrent.CompletableFuture;

interface AnswerSource {
    String next() throws InterruptedException;
}

class JoiningSource implements AnswerSource {
    private final CompletableFuture<String> answer = new CompletableFuture<>();

    @Override
    public String next() throws InterruptedException {
        return answer.join();
    }
}
