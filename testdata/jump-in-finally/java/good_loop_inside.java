// The jumps stay inside of the finally.
import java.util.List;
import java.util.concurrent.BlockingQueue;

class LoopInside {
    void run(BlockingQueue<Runnable> queue, List<AutoCloseable> open) throws InterruptedException {
        try {
            queue.take().run();
        } finally {
            for (AutoCloseable closeable : open) {
                if (closeable == null) {
                    continue;
                }
                if (closeable == queue) {
                    break;
                }
                System.out.println("closing " + closeable);
            }
        }
    }
}
