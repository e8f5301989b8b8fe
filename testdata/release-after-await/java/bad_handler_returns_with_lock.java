// The handler does right by the interrupt, and forgets the lock.
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

class Slot {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private String value;

    String take() {
        lock.lock(); // heed: release-after-await "Interrupted in 'await', 'take' leaves with 'lock' locked" // step 1: "'lock' is locked here"
        while (value == null) {
            try {
                filled.await(); // step 2: "'await' throws when interrupted"
            } catch (InterruptedException e) { // step 3: "'InterruptedException' is caught here"
                Thread.currentThread().interrupt();
                return null; // step 4: "'take' returns with the lock held"
            }
        }
        String taken = value;
        value = null;
        lock.unlock();
        return taken;
    }
}
