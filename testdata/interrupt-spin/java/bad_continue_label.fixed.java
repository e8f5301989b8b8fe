// The labelled continue goes to the outer loop, which takes again.
import java.util.concurrent.BlockingQueue;

class Merge {
    static void run(BlockingQueue<String> left, BlockingQueue<String> right, StringBuilder out) {
        outer:
        for (; ; ) {
            for (int i = 0; i < 2; i++) {
                try {
                    out.append(i == 0 ? left.take() : right.take());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }
}
