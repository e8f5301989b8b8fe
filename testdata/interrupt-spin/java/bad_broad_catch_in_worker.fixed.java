// The guard in the broad handler restores, and the worker goes on.
import java.util.concurrent.BlockingQueue;

class Mailer implements Runnable {
    private final BlockingQueue<Runnable> mails;

    Mailer(BlockingQueue<Runnable> mails) {
        this.mails = mails;
    }

    @Override
    public void run() {
        while (true) {
            try {
                mails.take().run();
            } catch (Exception e) {
                if (e instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                    return;
                }
                System.err.println("mail not sent: " + e);
            }
        }
    }
}
