// A task that is cancelled in its first step does not begin the second.
import dev.heed.runtime.Promise;
import dev.heed.verify.scene.LoopTask;
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;

class FetchAndStoreScene {
    static Verdict bad_step_is_skipped(Stage stage) {
        return LoopTask.endsByCancel(
                loop -> {
                    Promise<String> fetched = loop.promise();
                    Promise<String> stored = loop.promise();
                    stored.complete("stored");
                    new FetchAndStore().run(fetched, stored);
                },
                "The task was cancelled while it fetched, and has come to its end with the second step.");
    }
}
