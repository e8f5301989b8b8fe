// When its caller was interrupted, the compaction ends.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import dev.heed.verify.scene.Work;

class CompactionScene {
    static Verdict bad_helper_submits(Stage stage) {
        Compaction compaction = new Compaction(stage.pool());
        Work work = stage.work();
        return work.endsWithInterrupted(() -> compaction.compact(() -> work.call().isEmpty()));
    }
}
