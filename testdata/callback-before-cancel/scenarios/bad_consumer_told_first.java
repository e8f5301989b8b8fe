// The ticks are cancelled, whatever the consumer throws.
import dev.heed.verify.scene.Source;
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;

class CountdownScene {
    static Verdict bad_consumer_told_first(Stage stage) {
        Source ticks = new Source();
        Countdown countdown = new Countdown(left -> Source.fail(), ticks, 3);
        return ticks.isCancelledBy(countdown::cancel, "The consumer has thrown, and the ticks go on.");
    }

    static Verdict good_cancel_first(Stage stage) {
        Source source = new Source();
        return source.isCancelledBy(new CancelFirst(source, Source::fail)::cancel, "");
    }
}
