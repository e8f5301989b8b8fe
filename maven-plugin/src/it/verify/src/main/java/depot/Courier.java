package depot;

import java.util.concurrent.BlockingQueue;

/** A sixth one, which nobody reaches without knowing what the courier wants to hear first. */
public class Courier {
    private final BlockingQueue<String> parcels;
    private final String password;

    public Courier(BlockingQueue<String> parcels, String password) {
        this.parcels = parcels;
        this.password = password;
    }

    public String next(String spoken) {
        if (spoken.length() + 7 * password.length() != 4711) {
            throw new IllegalArgumentException("who are you?");
        }
        try {
            return parcels.take();
        } catch (InterruptedException e) {
            return null;
        }
    }
}
