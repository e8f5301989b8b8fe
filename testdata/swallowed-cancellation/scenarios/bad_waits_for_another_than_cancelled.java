// A task that is cancelled while it waits for another ends as cancelled.
import dev.heed.runtime.Promise;
import dev.heed.runtime.Task;
import dev.heed.verify.scene.LoopTask;
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;

class HandoverScene {
    static Verdict bad_waits_for_another_than_cancelled(Stage stage) {
        return LoopTask.endsByCancel(
                loop -> {
                    Task<String> old = loop.spawn("old", () -> "old");
                    Task<String> young = loop.spawn("young", () -> {
                        loop.sleepForever();
                        return "young";
                    });
                    new Handover().handOver(old, young);
                },
                "The task was cancelled while it waited, and has counted a move all the same.");
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
