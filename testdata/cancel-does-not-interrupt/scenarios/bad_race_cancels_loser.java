// When the race is over, the slower request gives back its thread.
import dev.heed.verify.scene.Caller;
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import dev.heed.verify.scene.Waiting;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Exchanger;

class RaceScene {
    private interface Contest {
        Object first(Exchanger<String> one, Exchanger<String> other) throws Exception;
    }

    static Verdict bad_race_cancels_loser(Stage stage) throws InterruptedException {
        return hasNoLoser(stage, Race::first);
    }

    static Verdict good_race_of_executor(Stage stage) throws InterruptedException {
        ExecutorService pool = stage.pool();
        return hasNoLoser(stage, (one, other) -> ExecutorRace.first(pool, one, other));
    }

    private static Verdict hasNoLoser(Stage stage, Contest contest) throws InterruptedException {
        Exchanger<String> one = new Exchanger<>();
        Exchanger<String> other = new Exchanger<>();
        Caller<Object> race = stage.call(() -> contest.first(one, other));
        List<Waiting> all = stage.inWait(3); // two requests, and who waits for the first of them
        one.exchange("answer");
        race.awaitEnd();
        return Waiting.allEnd(all);
    }
}
