// When the reader has closed its session, the session is not open.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;

class ReaderSessionScene {
    static Verdict bad_anonymous_thread(Stage stage) {
        ReaderSession session = new ReaderSession();
        session.open();
        Thread reader = (Thread) Stage.field(session, "reader");
        stage.until("the reader to end", () -> !reader.isAlive());
        return Verdict.holdsIf(
                Stage.field(session, "isOpen").equals(false),
                "The reader has interrupted itself: its join threw, and the session was left open.");
    }
}
