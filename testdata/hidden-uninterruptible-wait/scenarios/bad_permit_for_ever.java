// An interrupt ends the wait in enter(), as its signature says.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import dev.heed.verify.scene.Waiting;

class TurnstileScene {
    static Verdict bad_permit_for_ever(Stage stage) throws InterruptedException {
        Turnstile turnstile = new Turnstile();
        turnstile.enter();
        turnstile.enter();
        Waiting wait = stage.perform(turnstile::enter).inWait();
        stage.afterwards(turnstile::leave);
        return wait.endsByInterrupt();
    }
}
