// Who is interrupted while it waits for the next element learns of that: by an exception, or by its status.
import dev.heed.verify.scene.Caller;
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;

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
        Caller<Boolean> reader = stage.call(() -> {
            next.run();
            return Thread.currentThread().isInterrupted();
        });
        reader.interruptInWait().awaitEnd();
        return Verdict.holdsIf(
                reader.failure().isPresent() || reader.result(),
                "hasNext() has answered false, and the interrupt is gone: these were all pages, it seems.");
    }
}
