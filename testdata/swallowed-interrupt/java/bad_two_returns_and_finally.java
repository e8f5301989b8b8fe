// Two returns of the handler pass the same finally; the fix restores before both.
import java.util.concurrent.BlockingQueue;

class TwoReturns {
    private int waiting;

    int next(BlockingQueue<Integer> queue, boolean strict) {
        waiting++;
        try {
            return queue.take();
        } catch (InterruptedException e) { // heed: swallowed-interrupt
            if (strict) {
                return -2;
            }
            return -1;
        } finally {
            waiting--;
        }
    }
}
