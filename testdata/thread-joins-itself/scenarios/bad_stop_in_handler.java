// When the worker has stopped itself, its owner has let go of it.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;

class BalancerScene {
    static Verdict bad_stop_in_handler(Stage stage) {
        Balancer balancer = new Balancer();
        balancer.start();
        Thread worker = stage.inWait().thread();
        worker.interrupt();
        stage.until("the worker to end", () -> !worker.isAlive());
        return Verdict.holdsIf(
                Stage.field(balancer, "worker") == null,
                "The worker has interrupted itself: its join threw, and what stands behind it was skipped.");
    }
}
