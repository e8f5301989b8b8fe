// The local that is released is null until the lock is held.
import java.util.concurrent.locks.Lock;

class NullUntilHeld {
    private final Lock[] stripes;

    NullUntilHeld(Lock... stripes) {
        this.stripes = stripes;
    }

    void with(int key, Runnable work) throws InterruptedException {
        Lock held = null;
        try {
            Lock stripe = stripes[key % stripes.length];
            stripe.lockInterruptibly();
            held = stripe;
            work.run();
        } finally {
            if (held != null) {
                held.unlock();
            }
        }
    }
}
