// An interrupted wait becomes an I/O error, after something else was done.
import java.io.IOException;
import java.util.concurrent.Semaphore;

class Renamer {
    private final Semaphore slots = new Semaphore(2);
    private int refused;

    void enter(String file) throws IOException {
        try {
            slots.acquire();
        } catch (InterruptedException e) { // heed: wrapped-without-restore
            refused++;
            throw new IOException("could not rename " + file, e);
        }
    }
}
