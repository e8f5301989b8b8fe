// cancel(false) lets the worker come to its end.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import dev.heed.verify.scene.Work;

class ThreadedFutureScene {
    static Verdict bad_completable(Stage stage) {
        Work work = stage.work();
        Thread worker = new Thread(work);
        worker.setDaemon(true);
        worker.start();
        work.atWork();
        new ThreadedFuture<String>(worker).cancel(false);
        return work.isLeftAlone();
    }
}
