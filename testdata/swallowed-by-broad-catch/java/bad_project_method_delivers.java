// The interrupt comes out of a method of the project, two calls away.
import java.util.concurrent.CountDownLatch;

class Startup {
    private final CountDownLatch connected = new CountDownLatch(1);

    boolean start() {
        try {
            prepare();
            return true;
        } catch (Exception e) { // heed: swallowed-by-broad-catch
            System.err.println("start failed: " + e);
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
