// An earlier handler takes the interrupt, so the broad one never sees it.
import java.util.concurrent.Future;

class Earlier {
    int value(Future<Integer> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        } catch (Exception e) {
            System.err.println("no value: " + e);
            return 0;
        }
    }
}
