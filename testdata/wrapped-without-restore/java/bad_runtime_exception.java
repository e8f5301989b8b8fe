// The caller gets a RuntimeException and a clear status: nothing says "stop" to the loops above.
import java.util.concurrent.BlockingQueue;

class Puller {
    static String pull(BlockingQueue<String> queue) {
        try {
            return queue.take(); // step 1: "'take' delivers the interrupt"
        } catch (InterruptedException e) { // heed: wrapped-without-restore "The interrupt leaves 'pull' as 'RuntimeException' without its status" // step 2: "caught here as 'e'"
            throw new RuntimeException("interrupted", e); // step 3: "it is wrapped in 'RuntimeException'" // step 4: "'RuntimeException' leaves without the interrupt status"
        }
    }
}
