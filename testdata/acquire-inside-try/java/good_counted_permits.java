// As many permits are released as were taken: the count is zero when the first acquire is interrupted.
import java.util.concurrent.Semaphore;

class Counted {
    private final Semaphore permits = new Semaphore(8);

    void run(int wanted, Runnable work) throws InterruptedException {
        int taken = 0;
        try {
            while (taken < wanted) {
                permits.acquire();
                taken++;
            }
            work.run();
        } finally {
            permits.release(taken);
        }
    }
}
