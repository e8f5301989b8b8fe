// The failures are collected and thrown together at the end.
import java.util.ArrayList;
import java.util.List;

class CloseAll {
    static void join(List<Thread> threads) throws Exception {
        List<Exception> failures = new ArrayList<>();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (Exception e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }
}
