// The finding was mended long ago; what hid it is still there, and waits for the next one.
import java.util.concurrent.BlockingQueue;

class MendedSince {
    private final BlockingQueue<String> lines;

    MendedSince(BlockingQueue<String> lines) {
        this.lines = lines;
    }

    String next() throws InterruptedException {
        return lines.take(); // heed: ignore[swallowed-interrupt] nobody interrupts readers // heed: unused-suppression "no finding of 'swallowed-interrupt'"
    }
}
