// An exception out of main ends the thread, and says so.
import java.util.concurrent.CountDownLatch;

final class Command {
    private Command() {}

    public static void main(String[] args) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
