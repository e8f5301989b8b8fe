// Who looks something up when it is cancelled is not told that there is no such thing.
import com.intellij.openapi.progress.ProcessCanceledException;
import dev.heed.verify.scene.Caller;
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.util.Map;

class SymbolLookupScene {
    static Verdict bad_returns_null(Stage stage) {
        stage.atStart("com.intellij.openapi.progress.ProgressManager.checkCanceled", () -> {
            throw new ProcessCanceledException();
        });
        Caller<String> caller = stage.call(() -> new SymbolLookup().find(Map.of("name", "symbol"), "name"));
        caller.awaitEnd();
        return Verdict.holdsIf(
                caller.failure().filter(ProcessCanceledException.class::isInstance).isPresent(),
                caller.told("find()") + " for a symbol that is there.");
    }
}
