// An interrupt ends the wait in price(), as its signature says.
import dev.heed.verify.scene.Stage;
import dev.heed.verify.scene.Verdict;
import dev.heed.verify.scene.Waiting;

class PriceQueryScene {
    static Verdict bad_join_for_get(Stage stage) {
        PriceQuery query = new PriceQuery();
        Waiting wait = stage.call(query::price).inWait();
        stage.afterwards(() -> query.answered(1));
        return wait.endsByInterrupt();
    }

    static Verdict good_get(Stage stage) {
        InterruptiblePrice query = new InterruptiblePrice();
        return stage.call(query::price).inWait().endsByInterrupt();
    }
}
