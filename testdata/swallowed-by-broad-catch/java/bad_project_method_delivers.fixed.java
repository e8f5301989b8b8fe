// The interrupt comes out of a method of the project, two calls away.
import java.util.concurrent.CountDownLatch;

class Startup {
    private final CountDownLatch connected = new CountDownLatch(1);

    boolean start() {
        try {
            prepare();
            return true;
        } catch (Exception e) {
            System.err.println("start failed: " + e);
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return false;
        }
    }

    private void prepare() throws Exception {
        System.out.println("connecting");
        awaitConnection();
    }

    private void awaitConnection() throws InterruptedException {
        connected.await();
    }
}
