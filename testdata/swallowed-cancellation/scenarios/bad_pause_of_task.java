// A task that is cancelled in its pause ends as cancelled.
import dev.heed.runtime.Promise;
import dev.heed.verify.scene.LoopTask;
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;

class TimedBeatsScene {
    static Verdict bad_pause_of_task(Stage stage) {
        TimedBeats beats = new TimedBeats();
        Verdict verdict = LoopTask.endsByCancel(loop -> beats.beat(loop, 3), "");
        return Verdict.holdsIf(
                verdict.holds(),
                "The task was cancelled in its first pause, and has come to its end with "
                        + Stage.field(beats, "beats") + " beats.");
    }

    static Verdict good_cleaned_up_and_thrown(Stage stage) {
        return LoopTask.endsByCancel(
                loop -> {
                    Promise<String> never = loop.promise();
                    new CleanPipeline().run(never);
                },
                "");
    }
}
