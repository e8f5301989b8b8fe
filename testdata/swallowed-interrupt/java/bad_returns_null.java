// The caller gets null, as for "nothing there", and cannot tell that it was interrupted.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

class Mailbox {
    private final BlockingQueue<String> queue;

    Mailbox(BlockingQueue<String> queue) {
        this.queue = queue;
    }

    String next() {
        try {
            return queue.poll(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) { // heed: swallowed-interrupt
            return null;
        }
    }
}
