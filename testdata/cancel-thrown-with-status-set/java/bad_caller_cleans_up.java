// A check deep in the library throws; the upload around it can no longer wait for its turn to take the parts back.
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;

class PartUpload {
    private final Semaphore connection = new Semaphore(1);
    private int sent;

    void upload(int parts) throws InterruptedException {
        try {
            for (int i = 0; i < parts; i++) {
                send(i);
            }
        } finally {
            connection.acquire(); // step 5: "gives up at once"
            sent = 0;
            connection.release();
        }
    }

    private void send(int part) {
        Interruptions.check();
        sent++;
    }
}

final class Interruptions {
    private Interruptions() {}

    static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException(); // heed: cancel-thrown-with-status-set "cleanup of 'upload'"
        }
    }
}
