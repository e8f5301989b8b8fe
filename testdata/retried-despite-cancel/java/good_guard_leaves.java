// The handler for failures asks what it has: the interrupt ends the loop, and leaves with the status set.
import java.util.List;
import java.util.concurrent.Semaphore;

class GuardedHosts {
    private final Semaphore turn = new Semaphore(1);

    String ask(List<String> hosts) {
        for (String host : hosts) {
            try {
                turn.acquire();
                turn.release();
                return host;
            } catch (Exception e) {
                if (e instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                    return null;
                }
                System.err.println(host + " does not answer: " + e);
            }
        }
        return null;
    }
}
