// The wrapper for checked exceptions runs in the caller's thread, and takes the interrupt with the rest.
import java.util.List;
import java.util.concurrent.BlockingQueue;

class Quietly {
    static void putAll(List<String> lines, BlockingQueue<String> to) {
        lines.stream().map(String::strip).forEach(line -> {
            try {
                to.put(line);
            } catch (Exception e) {
                System.err.println("skipped " + line);
                if (e instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
            }
        });
    }
}
