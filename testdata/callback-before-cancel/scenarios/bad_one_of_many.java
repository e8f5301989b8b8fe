// All parts are cancelled, whatever the hook throws.
import dev.heed.verify.scene.Source;
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.util.List;

class PartsOfJobScene {
    static Verdict bad_one_of_many(Stage stage) {
        Source part = new Source();
        PartsOfJob job = new PartsOfJob(Source::fail, List.of(part));
        return part.isCancelledBy(job::cancel, "The hook has thrown, and no part is cancelled.");
    }

    static Verdict good_cancel_in_finally(Stage stage) {
        Source source = new Source();
        return source.isCancelledBy(new CancelInFinally(source, Source::fail)::cancel, "");
    }
}
