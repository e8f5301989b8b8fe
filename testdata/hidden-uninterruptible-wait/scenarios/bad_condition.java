// An interrupt ends the wait in awaitReady(), as its signature says.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import dev.heed.verify.scene.Waiting;

class ReadyGateScene {
    static Verdict bad_condition(Stage stage) {
        ReadyGate gate = new ReadyGate();
        Waiting wait = stage.perform(gate::awaitReady).inWait();
        stage.afterwards(gate::ready);
        return wait.endsByInterrupt();
    }
}
