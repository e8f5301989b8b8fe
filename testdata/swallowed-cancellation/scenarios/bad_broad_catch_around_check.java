// An indexing that is cancelled does not come to its end.
import com.intellij.openapi.progress.ProcessCanceledException;
import dev.heed.verify.scene.Caller;
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.util.List;

class ProjectIndexerScene {
    static Verdict bad_broad_catch_around_check(Stage stage) {
        stage.atStart("com.intellij.openapi.progress.ProgressManager.checkCanceled", () -> {
            throw new ProcessCanceledException();
        });
        ProjectIndexer indexer = new ProjectIndexer();
        Caller<Void> caller = stage.perform(() -> indexer.index(List.of("one", "two", "three")));
        caller.awaitEnd();
        return Verdict.holdsIf(
                caller.failure().filter(ProcessCanceledException.class::isInstance).isPresent(),
                caller.told("index()") + ", and " + Stage.field(indexer, "broken") + " files count as broken.");
    }
}
