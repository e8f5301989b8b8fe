// close() interrupts the thread, and the log shows a stack trace as if the reader had crashed.
import java.util.concurrent.BlockingQueue;

class Reader extends Thread {
    private static final System.Logger LOG = System.getLogger("reader");
    private final BlockingQueue<String> lines;

    Reader(BlockingQueue<String> lines) {
        this.lines = lines;
    }

    @Override
    public void run() {
        try {
            for (String line = lines.take(); !line.isEmpty(); line = lines.take()) {
                System.out.println(line);
            }
        } catch (InterruptedException t) {
            Thread.currentThread().interrupt();
        } catch (Throwable t) {
            LOG.log(System.Logger.Level.ERROR, "Reading failed", t);
        }
    }

    void close() {
        interrupt();
    }
}
