// Every wait is made with a clear status; the interrupt is put back at the very end.
import java.util.concurrent.BlockingQueue;

class ToTheEnd {
    static void close(BlockingQueue<String> queue, Thread worker) {
        boolean interrupted = false;
        try {
            queue.put("end");
        } catch (InterruptedException e) {
            interrupted = true;
        }
        try {
            worker.join();
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
