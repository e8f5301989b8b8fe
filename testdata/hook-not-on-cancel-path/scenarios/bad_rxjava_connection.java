// When its subscriber goes away, the connection is closed.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import io.reactivex.rxjava3.core.Flowable;
import java.util.concurrent.atomic.AtomicBoolean;

class RowStreamScene {
    static Verdict bad_rxjava_connection(Stage stage) {
        AtomicBoolean closed = new AtomicBoolean();
        RowStream.Connection connection = new RowStream.Connection() {
            @Override
            public Flowable<String> rows() {
                return Flowable.never();
            }

            @Override
            public void close() {
                closed.set(true);
            }
        };
        new RowStream().rows(connection).subscribe().dispose();
        return Verdict.holdsIf(closed.get(), "RxJava has not run the hook for the cancel: the connection stays open.");
    }
}
