// Each task that is cancelled hears of it before its loop is closed.
import dev.heed.verify.scene.Caller;
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

class SleepersScene {
    static Verdict bad_loop_closed_at_once(Stage stage) {
        List<String> reports = reports(stage);
        Caller<Void> main = stage.perform(() -> Sleepers.main(new String[0]));
        main.interruptInWait().awaitEnd();
        return areEnded(reports);
    }

    static Verdict good_loop_runs_until_all_ended(Stage stage) {
        List<String> reports = reports(stage);
        stage.perform(() -> SleepersEnd.main(new String[0])).awaitEnd();
        return areEnded(reports);
    }

    private static Verdict areEnded(List<String> reports) {
        long left = reports.stream().filter(text -> text.contains("was left behind")).count();
        return Verdict.holdsIf(left == 0, "The runtime has told of " + left + " tasks that were left behind.");
    }

    /** What the runtime says, to whom it may concern, about tasks that were left behind. */
    private static List<String> reports(Stage stage) {
        List<String> reports = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                reports.add(entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("dev.heed.runtime");
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        stage.afterwards(() -> {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        });
        return reports;
    }
}
