// When the source is empty, the pump ends.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.util.ArrayDeque;

class DrainPumpScene {
    static Verdict bad_waits_for_ever(Stage stage) {
        DrainPump pump = new DrainPump(new ArrayDeque<>());
        pump.start();
        Thread thread = (Thread) Stage.field(pump, "thread");
        stage.afterwards(thread::interrupt);
        return stage.either(
                () -> !thread.isAlive(),
                () -> stage.isWaiting(thread),
                "The pump waits in a join of itself.");
    }
}
