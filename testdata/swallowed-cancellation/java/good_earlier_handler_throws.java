// The cancel goes on ahead of the handler for failures.
import com.intellij.openapi.progress.ProcessCanceledException;
import com.intellij.openapi.progress.ProgressManager;
import java.util.List;

class CarefulIndexer {
    private int broken;

    void index(List<String> files) {
        for (String file : files) {
            try {
                ProgressManager.checkCanceled();
                parse(file);
            } catch (ProcessCanceledException e) {
                throw e;
            } catch (RuntimeException e) {
                broken++;
            }
        }
    }

    private void parse(String file) {}
}
