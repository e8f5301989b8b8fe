// Meant to wait for the first only: what is thrown there is dropped as well.
import java.util.List;
import java.util.concurrent.Future;

class BrokenOff {
    boolean awaitAll(List<Future<?>> futures) throws Exception {
        for (Future<?> future : futures) {
            try {
                future.get(); // step
            } finally {
                System.out.println("one less to wait for");
                break; // heed: jump-in-finally
            }
        }
        return true;
    }
}
