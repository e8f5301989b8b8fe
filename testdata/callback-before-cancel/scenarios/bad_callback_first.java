// The source is cancelled, whatever the callback throws.
import dev.heed.verify.scene.Source;
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.util.concurrent.Flow;

class OnCancelScene {
    static Verdict bad_callback_first(Stage stage) {
        Source source = new Source();
        return isCancelled(source, new OnCancel(source, Source::fail));
    }

    static Verdict good_cancel_in_finally(Stage stage) {
        Source source = new Source();
        return isCancelled(source, new CancelInFinally(source, Source::fail));
    }

    static Verdict good_callback_is_caught(Stage stage) {
        Source source = new Source();
        return isCancelled(source, new CallbackIsCaught(source, Source::fail));
    }

    private static Verdict isCancelled(Source source, Flow.Subscription subscription) {
        source.isCancelledBy(subscription::cancel, "");
        return source.isCancelledBy(
                subscription::cancel, "The callback has thrown, the source runs on, and a second cancel() does nothing.");
    }
}
