// A new interrupt with a better text is one all the same.
import java.util.concurrent.BlockingQueue;

class Anew {
    static String next(BlockingQueue<String> queue) throws InterruptedException {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            throw new InterruptedException("while waiting for the next line");
        }
    }
}
