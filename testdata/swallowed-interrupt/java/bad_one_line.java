// All on one line, with nothing and with something in the handler.
import java.util.concurrent.CountDownLatch;

class OneLine {
    static void first(CountDownLatch first) {
        try { first.await(); } catch (InterruptedException e) {} // heed: swallowed-interrupt
    }

    static void second(CountDownLatch second) {
        try { second.await(); } catch (InterruptedException e) { second.countDown(); } // heed: swallowed-interrupt
    }
}
