// Who leaves the feed is unsubscribed.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Flux;

class TickerFeedScene {
    static Verdict bad_hook_dropped(Stage stage) {
        AtomicBoolean unsubscribed = new AtomicBoolean();
        new TickerFeed().feed(Flux.never(), () -> unsubscribed.set(true)).subscribe().dispose();
        return isUnsubscribed(unsubscribed);
    }

    static Verdict good_cancel_hook_beside(Stage stage) {
        AtomicBoolean unsubscribed = new AtomicBoolean();
        new BothHooks().read(Flux.never(), () -> unsubscribed.set(true)).subscribe().dispose();
        return isUnsubscribed(unsubscribed);
    }

    private static Verdict isUnsubscribed(AtomicBoolean unsubscribed) {
        return Verdict.holdsIf(unsubscribed.get(), "Reactor has cancelled the ticks, and the hook has not run.");
    }
}
