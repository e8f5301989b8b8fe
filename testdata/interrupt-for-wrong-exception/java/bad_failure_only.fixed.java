// The handler of the failure was copied from that of the interrupt.
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

class PriceTask {
    long price(Future<Long> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            return -1;
        }
    }
}
