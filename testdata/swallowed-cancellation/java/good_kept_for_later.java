// The rest is closed first; then the cancel is thrown.
import dev.heed.runtime.CancelledException;
import dev.heed.runtime.Promise;
import java.util.List;

class AwaitAll {
    void await(List<Promise<String>> all) {
        CancelledException cancel = null;
        for (Promise<String> each : all) {
            try {
                each.await();
            } catch (CancelledException e) {
                cancel = e;
            }
        }
        if (cancel != null) {
            throw cancel;
        }
    }
}
