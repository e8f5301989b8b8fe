// Nothing but the interrupt is known to arrive at the broad handler.
class ShortPause {
    static void briefly(Runnable before) {
        try {
            before.run();
            Thread.sleep(50);
        } catch (Exception e) {
            Thread.currentThread().interrupt();
        }
    }
}
