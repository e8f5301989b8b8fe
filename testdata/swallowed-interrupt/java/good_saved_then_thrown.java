// The exception is kept while the rest is closed, and thrown at the end.
import java.util.List;

class Joiner {
    static void joinAll(List<Thread> threads) throws InterruptedException {
        InterruptedException interrupt = null;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupt = e;
            }
        }
        if (interrupt != null) {
            throw interrupt;
        }
    }
}
