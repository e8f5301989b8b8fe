// A check deep in the library throws; the upload around it can no longer wait until its last part is taken back.
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

class PartUpload {
    private final CountDownLatch takenBack = new CountDownLatch(1);

    void upload(int parts) throws InterruptedException {
        try {
            for (int i = 0; i < parts; i++) {
                send(i);
            }
        } finally {
            takenBack.await();
        }
    }

    private void send(int part) {
        Interruptions.check();
    }
}

final class Interruptions {
    private Interruptions() {}

    static void check() {
        if (Thread.interrupted()) {
            throw new CancellationException();
        }
    }
}
