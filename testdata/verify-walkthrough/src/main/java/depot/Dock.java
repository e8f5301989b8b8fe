package depot;

import java.util.concurrent.Semaphore;

/** Bug 4: whoever is interrupted while he waits for a ramp gives back one that he never had. */
public class Dock {
    private final Semaphore ramps = new Semaphore(2);
    private int unloaded;

    public void unload() throws InterruptedException {
        try {
            ramps.acquire();
            unloaded++;
        } finally {
            ramps.release();
        }
    }

    public int unloaded() {
        return unloaded;
    }
}
