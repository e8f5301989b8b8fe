// Curator's lock declares Exception. What comes out of it after an interrupt is an InterruptedException, with the status set again.
import org.apache.curator.framework.recipes.locks.InterProcessLock;

class Registration {
    private final InterProcessLock lock;
    private int version;

    Registration(InterProcessLock lock) {
        this.lock = lock;
    }

    boolean renew() {
        try {
            lock.acquire();
        } catch (Exception e) {
            System.err.println("Not renewed: " + e);
            return false;
        }
        version++;
        return true;
    }
}
