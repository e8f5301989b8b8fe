// The interrupt comes out of a method of the project, two calls away.
import java.util.concurrent.CountDownLatch;

class Startup {
    private final CountDownLatch connected = new CountDownLatch(1);

    boolean start() {
        try {
            prepare(); // step 2: "'prepare' passes it on"
            return true;
        } catch (Exception e) { // heed: swallowed-by-broad-catch "'prepare' delivers, and it is logged and lost" // step 3: "the broad handler takes it"
            System.err.println("start failed: " + e); // step 4: "logged"
            return false; // step 5: "'start' returns, and the interrupt is gone"
        }
    }

    private void prepare() throws Exception {
        System.out.println("connecting");
        awaitConnection(); // step 1: "the interrupt is delivered here"
    }

    private void awaitConnection() throws InterruptedException {
        connected.await();
    }
}
