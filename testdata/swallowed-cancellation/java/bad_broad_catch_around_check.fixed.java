// The check for a cancel stands among the work on one file; the handler for broken files takes it, and the next file comes.
import com.intellij.openapi.progress.ProgressManager;
import java.util.List;

class ProjectIndexer {
    private int broken;

    void index(List<String> files) {
        for (String file : files) {
            try {
                ProgressManager.checkCanceled();
                parse(file);
            } catch (RuntimeException e) {
                if (e instanceof com.intellij.openapi.progress.ProcessCanceledException cancel) {
                    throw cancel;
                }
                broken++;
            }
        }
    }

    private void parse(String file) {}
}
