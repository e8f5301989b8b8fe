// The signature lets the interrupt through; the loop makes one more attempt of it.
import java.io.IOException;
import java.util.concurrent.Semaphore;

class SlotClient {
    private final Semaphore slots = new Semaphore(4);

    byte[] fetch(String name) throws IOException, InterruptedException {
        IOException last = new IOException("no attempt");
        for (int i = 0; i < 3; i++) {
            try {
                return fetchOnce(name);
            } catch (InterruptedException e) {
                last = new IOException("attempt " + i + " failed");
                throw e;
            }
        }
        throw last;
    }

    private byte[] fetchOnce(String name) throws InterruptedException {
        slots.acquire();
        try {
            return name.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        } finally {
            slots.release();
        }
    }
}
