// The source is cancelled, whatever the listener throws.
import dev.heed.verify.scene.Source;
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;

class MaybeToldScene {
    static Verdict bad_only_if_there_is_one(Stage stage) {
        Source source = new Source();
        MaybeTold subscription = new MaybeTold(source, text -> Source.fail());
        return source.isCancelledBy(subscription::cancel, "The listener has thrown, and the source runs on.");
    }

    static Verdict good_cancel_first(Stage stage) {
        Source source = new Source();
        return source.isCancelledBy(new CancelFirst(source, Source::fail)::cancel, "");
    }
}
