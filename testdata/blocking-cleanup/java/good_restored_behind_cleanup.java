// A local remembers the interrupt until the cleanup is done.
import java.util.concurrent.BlockingQueue;

class Ferry {
    static void cross(BlockingQueue<String> in, BlockingQueue<String> out) throws InterruptedException {
        boolean interrupted = false;
        try {
            out.put(in.take());
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            out.put("landed");
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
