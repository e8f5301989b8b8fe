// A statement without effect: ".interrupt()" is missing.
class WorkPool {
    private final Object slots = new Object();

    void enter(long millis) {
        synchronized (slots) {
            try {
                slots.wait(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
