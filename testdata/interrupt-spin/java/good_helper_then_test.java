// The loop looks at the status after the helper that restores.
class AfterHelper {
    private int rounds;

    void run() {
        do {
            rounds++;
            pause();
        } while (!Thread.currentThread().isInterrupted());
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
