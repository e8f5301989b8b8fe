// Where an empty handler is explained: first in its block.
class InsideTheCatch {
    static void rest() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            // heed: ignore[swallowed-interrupt] only woken by the test beside it
        }
    }
}
