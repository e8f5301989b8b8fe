// When the index is read a second time, the first reading has been stopped.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import dev.heed.verify.scene.Work;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;

class IndexLoaderScene {
    static Verdict bad_fallback_does_it_again(Stage stage) {
        Work first = stage.work();
        IndexLoader loader = new IndexLoader(stage.pool());
        Iterator<Callable<String>> readings = List.<Callable<String>>of(first, () -> "index").iterator();
        return first.endsWithInterrupted(() -> loader.load(() -> readings.next().call()));
    }
}
