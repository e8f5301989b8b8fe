// When the race is over, the slower request gives back its thread.
import dev.heed.verify.scene.Caller;
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import java.util.concurrent.Exchanger;
import java.util.concurrent.LinkedBlockingQueue;
import dev.heed.verify.scene.Waiting;

class RaceScene {
    static Verdict bad_race_cancels_loser(Stage stage) throws InterruptedException {
        Exchanger<String> one = new Exchanger<>();
        Exchanger<String> other = new Exchanger<>();
        Caller<Object> race = stage.call(() -> Race.first(one, other));
        stage.inWait(3); // two requests, and who waits for the first of them
        one.exchange("answer");
        race.awaitEnd();
        return stage.inWait().ends();
    }

    static Verdict good_submitted_to_executor(Stage stage) {
        InterruptiblePoller loser = new InterruptiblePoller(new LinkedBlockingQueue<>(), stage.pool());
        loser.start();
        Waiting request = stage.inWait();
        loser.stop();
        return request.ends();
    }
}
