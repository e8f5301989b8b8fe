// The wait below is on another path than the restore.
import java.util.concurrent.BlockingQueue;

class OtherPath {
    static String second(BlockingQueue<String> queue) throws InterruptedException {
        String first;
        try {
            first = queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
        return first + queue.take();
    }
}
