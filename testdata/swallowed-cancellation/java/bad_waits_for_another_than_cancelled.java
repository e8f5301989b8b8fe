// One task is cancelled, and another is waited for: its cancel, or our own, is taken for the end of the work.
import dev.heed.runtime.CancelledException;
import dev.heed.runtime.Task;

class Handover {
    private int moved;

    void handOver(Task<String> old, Task<String> young) {
        boolean unused = old.cancel();
        try {
            use(young.await());
        } catch (CancelledException e) { // heed: swallowed-cancellation
            System.err.println("nothing to move");
        }
        moved++;
    }

    private void use(String text) {
        moved += text.length();
    }
}
