// Who is interrupted while it waits for the next element learns of that: by an exception, or by its status.
import dev.heed.verify.scene.Caller;
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.util.concurrent.atomic.AtomicBoolean;

class ResultPagesScene {
    static Verdict bad_iterator_ends(Stage stage) {
        ResultPages pages = new ResultPages();
        return isTold(stage, pages::hasNext);
    }

    static Verdict good_read_throws(Stage stage) {
        TellingStream bytes = new TellingStream();
        return isTold(stage, bytes::read);
    }

    private static Verdict isTold(Stage stage, Stage.Call<Object> next) {
        AtomicBoolean hasStatus = new AtomicBoolean();
        Caller<Object> reader = stage.call(() -> {
            Object answer = next.run();
            hasStatus.set(Thread.currentThread().isInterrupted());
            return answer;
        });
        reader.interruptInWait().awaitEnd();
        return Verdict.holdsIf(
                reader.failure().isPresent() || hasStatus.get(),
                reader.told("hasNext()") + ", and the interrupt is gone: these were all pages, it seems.");
    }
}
