// An order whose client goes away in the middle is not committed.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Mono;

class OrderTransactionScene {
    static Verdict bad_commits_on_cancel(Stage stage) {
        AtomicBoolean committed = new AtomicBoolean();
        stage.atStart("OrderTransaction.commit", () -> committed.set(true));
        OrderTransaction.Session session = order -> Mono.never();
        new OrderTransaction().store(Mono.just(session), "order").subscribe().dispose();
        return Verdict.holdsIf(!committed.get(), "Reactor has run commit() for the cancel: half of the order is stored.");
    }

    static Verdict good_rolls_back_on_cancel(Stage stage) {
        AtomicBoolean committed = new AtomicBoolean();
        AtomicBoolean rolledBack = new AtomicBoolean();
        stage.atStart("SafeTransaction.commit", () -> committed.set(true));
        stage.atStart("SafeTransaction.rollback", () -> rolledBack.set(true));
        new SafeTransaction().store(Mono.just(new StringBuilder()), "order").subscribe().dispose();
        return Verdict.holdsIf(!committed.get(), "");
    }
}
