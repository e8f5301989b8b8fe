// Once it is stopped, the poller waits for no more orders.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import dev.heed.verify.scene.Waiting;
import java.util.concurrent.LinkedBlockingQueue;

class OrderPollerScene {
    static Verdict bad_poller_is_not_interrupted(Stage stage) {
        OrderPoller poller = new OrderPoller(new LinkedBlockingQueue<>());
        poller.start();
        return isEnded(stage.inWait(), poller::stop);
    }

    static Verdict good_submitted_to_executor(Stage stage) {
        InterruptiblePoller poller = new InterruptiblePoller(new LinkedBlockingQueue<>(), stage.pool());
        poller.start();
        return isEnded(stage.inWait(), poller::stop);
    }

    private static Verdict isEnded(Waiting poll, Runnable stop) {
        stop.run();
        return poll.ends();
    }
}
