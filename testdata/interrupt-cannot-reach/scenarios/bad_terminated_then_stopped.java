// When close() is over, a task that hangs has been told to stop.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import dev.heed.verify.scene.Work;
import java.util.concurrent.ExecutorService;

class SpoolerScene {
    static Verdict bad_terminated_then_stopped(Stage stage) {
        Spooler spooler = new Spooler();
        Work print = stage.work();
        ((ExecutorService) Stage.field(spooler, "pool")).execute(print);
        print.atWork();
        spooler.close();
        return print.ends();
    }
}
