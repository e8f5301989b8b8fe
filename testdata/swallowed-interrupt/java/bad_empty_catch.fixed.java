// A sleep helper: its callers can never learn that they were interrupted.
final class Pause {
    private Pause() {}

    static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            // woken early, so what
            Thread.currentThread().interrupt();
        }
    }
}
