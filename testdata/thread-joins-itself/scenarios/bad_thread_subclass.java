// When the thread has stopped itself, it says so.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;

class TickerScene {
    static Verdict bad_thread_subclass(Stage stage) {
        Ticker ticker = new Ticker();
        ticker.start();
        return isTold(stage, ticker, ticker, "finished");
    }

    static Verdict good_asks_who_calls(Stage stage) {
        AskingBalancer balancer = new AskingBalancer();
        balancer.start();
        return isTold(stage, (Thread) Stage.field(balancer, "worker"), balancer, "stopped");
    }

    private static Verdict isTold(Stage stage, Thread thread, Object owner, String flag) {
        stage.until("the thread to end", () -> !thread.isAlive());
        return Verdict.holdsIf(
                Stage.field(owner, flag).equals(true),
                "The thread has interrupted itself: its join threw, and what stands behind it was skipped.");
    }
}
