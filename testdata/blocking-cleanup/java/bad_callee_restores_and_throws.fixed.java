// The request restores the status and throws what callers know; the lease is then given back by a call that cannot wait.
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class Leases {
    private final BlockingQueue<String> requests;
    private final CountDownLatch answered = new CountDownLatch(1);

    Leases(BlockingQueue<String> requests) {
        this.requests = requests;
    }

    String fetch(BlockingQueue<String> answers) {
        try {
            return answers.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while fetching", e);
        }
    }

    void giveBack() throws InterruptedException {
        requests.put("give back");
        answered.await(50, TimeUnit.MILLISECONDS);
    }
}

class Borrower {
    static String read(Leases leases, BlockingQueue<String> answers) {
        try {
            return leases.fetch(answers);
        } finally {
            boolean interrupted = Thread.interrupted();
            try {
                try {
                    leases.giveBack();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
