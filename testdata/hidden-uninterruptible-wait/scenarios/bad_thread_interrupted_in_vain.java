// Once it is stopped, the sender ends.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import dev.heed.verify.scene.Waiting;
import java.util.concurrent.CompletableFuture;

class AnsweringSenderScene {
    static Verdict bad_thread_interrupted_in_vain(Stage stage) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        stage.afterwards(() -> answer.complete("answer"));
        AnsweringSender sender = new AnsweringSender(request -> answer);
        sender.start();
        Waiting wait = stage.inWait();
        sender.stop();
        return wait.ends("Interrupted, the sender still waits in " + wait.place() + ".");
    }

    static Verdict good_get(Stage stage) {
        InterruptiblePrice query = new InterruptiblePrice();
        return stage.call(query::price).inWait().endsByInterrupt();
    }
}
