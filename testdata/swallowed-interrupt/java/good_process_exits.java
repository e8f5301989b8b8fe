// The process ends here: nobody is left to be told.
import java.util.concurrent.CountDownLatch;

class Server {
    private final CountDownLatch stopped = new CountDownLatch(1);

    void runToEnd() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            System.err.println("interrupted, exiting");
            System.exit(1);
        }
    }

    void halt() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            die(2);
        }
    }

    private static void die(int status) {
        Runtime.getRuntime().halt(status);
    }
}
