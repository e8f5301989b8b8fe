// Who collects files learns that it was cancelled: by the exception, or by what is returned.
import dev.heed.verify.scene.Caller;
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;

class FileCollectorScene {
    private static final class Cancelled implements IProgressMonitor {
        @Override
        public boolean isCanceled() {
            return true;
        }

        @Override
        public void setCanceled(boolean value) {}

        @Override
        public void worked(int work) {}
    }

    static Verdict bad_thrown_by_own_helper(Stage stage) {
        List<String> files = List.of("one", "two", "three");
        Caller<List<String>> caller = stage.call(() -> new FileCollector().collect(files, new Cancelled()));
        caller.awaitEnd();
        return Verdict.holdsIf(
                caller.failure().isPresent(), caller.told("collect()") + " as the files with problems.");
    }

    static Verdict good_told_by_result(Stage stage) {
        return Verdict.holdsIf(new SearchJob().run(new Cancelled()) == SearchJob.Status.CANCELLED, "");
    }
}
