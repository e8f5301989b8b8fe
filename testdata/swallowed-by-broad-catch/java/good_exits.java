// Whatever it was, the process ends.
import java.util.concurrent.CountDownLatch;

class Exits {
    static void serve(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (Throwable t) {
            t.printStackTrace();
            System.exit(3);
        }
    }
}
