// The heartbeat is cancelled, whatever the farewell throws.
import dev.heed.verify.scene.Source;
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;

class GreetedSessionScene {
    static Verdict bad_own_interface(Stage stage) {
        Source heartbeat = new Source();
        GreetedSession session = new GreetedSession(name -> Source.fail(), heartbeat, "session");
        return heartbeat.isCancelledBy(session::dispose, "The farewell has thrown, and the heart still beats.");
    }

    static Verdict good_callback_is_caught(Stage stage) {
        Source source = new Source();
        return source.isCancelledBy(new CallbackIsCaught(source, Source::fail)::cancel, "");
    }
}
