// The last wait stands in a finally; its handler loses the interrupt on every way out of the method.
import java.util.concurrent.CountDownLatch;

class Farewell {
    private final CountDownLatch flushed = new CountDownLatch(1);

    int run(Runnable work) {
        try {
            work.run();
            return 0; // step 4: "'run' returns, and the interrupt is gone"
        } catch (IllegalStateException e) {
            return 1;
        } finally {
            try {
                flushed.await(); // step 1: "'await' delivers the interrupt"
            } catch (InterruptedException e) { // heed: swallowed-interrupt "is logged and lost" // step 2: "caught here as 'e'"
                System.err.println("not flushed"); // step 3: "logged"
            }
        }
    }
}
