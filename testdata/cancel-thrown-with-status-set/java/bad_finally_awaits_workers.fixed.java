// The copy stops for an interrupt; its finally no longer waits for the helpers that still write.
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

class BlockCopy {
    private int written;

    void copy(List<byte[]> blocks) throws InterruptedException {
        ExecutorService helpers = Executors.newFixedThreadPool(2);
        try {
            for (byte[] block : blocks) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("copy stopped");
                }
                helpers.execute(() -> write(block));
            }
        } finally {
            helpers.shutdown();
            helpers.awaitTermination(10, TimeUnit.SECONDS);
        }
    }

    private synchronized void write(byte[] block) {
        written += block.length;
    }
}
