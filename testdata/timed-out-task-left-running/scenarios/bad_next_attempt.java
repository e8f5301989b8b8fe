// When the last attempt has failed, none of them is at work.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import dev.heed.verify.scene.Work;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;

class AttemptsScene {
    static Verdict bad_next_attempt(Stage stage) {
        ExecutorService pool = stage.impatientPool();
        List<Work> attempts = List.of(stage.work(), stage.work(), stage.work());
        Iterator<Work> next = attempts.iterator();
        stage.call(() -> Attempts.call(pool, () -> next.next().call())).awaitEnd();
        int left = 0;
        for (Work attempt : attempts) {
            left += attempt.ends().holds() ? 0 : 1;
        }
        return Verdict.holdsIf(left == 0, left + " tasks are still at work: nobody has told them to stop.");
    }
}
