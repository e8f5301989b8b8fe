// Two findings on one line, each named.
import java.util.concurrent.Semaphore;

class TwoRulesOnALine {
    static void calm(Semaphore permits) throws InterruptedException {
        Thread.interrupted(); permits.acquire(); work(); permits.release(); // heed: ignore[cleared-interrupt, release-after-await] a sample of what not to do
    }

    private static void work() throws InterruptedException {
        Thread.sleep(10);
    }
}
