// The helper always throws, so the handler cannot end otherwise.
import java.util.concurrent.BlockingQueue;

class Store {
    private final BlockingQueue<byte[]> blocks;

    Store(BlockingQueue<byte[]> blocks) {
        this.blocks = blocks;
    }

    void append(byte[] block) {
        try {
            blocks.put(block);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail("append", e);
        }
    }

    private static void fail(String what, Exception cause) {
        throw new IllegalStateException(what + " failed", cause);
    }
}
