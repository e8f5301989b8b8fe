// The caller gets null, as for "not found", and goes on with the work that was cancelled.
import com.intellij.openapi.progress.ProcessCanceledException;
import com.intellij.openapi.progress.ProgressManager;
import java.util.Map;

class SymbolLookup {
    String find(Map<String, String> symbols, String name) {
        try {
            ProgressManager.checkCanceled();
            return symbols.get(name);
        } catch (ProcessCanceledException e) { // heed: swallowed-cancellation "its callers never learn of it"
            return null;
        }
    }
}
