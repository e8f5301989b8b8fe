// A lease that comes when the time is up is given back.
import dev.heed.verify.scene.Caller;
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.util.concurrent.atomic.AtomicBoolean;

class LeaseRequestScene {
    static Verdict bad_promise_times_out(Stage stage) {
        AtomicBoolean givenBack = new AtomicBoolean();
        stage.atStart("Rental.close", () -> givenBack.set(true));
        LeaseRequest request = new LeaseRequest();
        Caller<String> user = stage.call(request::use);
        user.awaitEnd();
        request.onGranted("lease");
        return Verdict.holdsIf(
                givenBack.get(), "use() has failed with a TimeoutException, the lease was taken then, and nobody gives it back.");
    }
}
