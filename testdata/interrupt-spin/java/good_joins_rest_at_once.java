// Each turn only gives up waiting for one more thread: as good as leaving the loop, so no finding.
import java.util.List;

class JoinAll {
    static void join(List<Thread> threads) {
        for (Thread thread : threads) {
            try {
                thread.join(1_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
