package depot;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Bug 2: the interrupt leaves as another exception, and the status is not set. */
public class Prices {
    public int price(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("no price", e);
        }
    }
}
