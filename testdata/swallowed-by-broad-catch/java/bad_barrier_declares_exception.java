// Curator's barrier declares Exception, and waits with Object.wait: the status is clear when its InterruptedException is caught.
import org.apache.curator.framework.recipes.barriers.DistributedBarrier;

class Rollout {
    private final DistributedBarrier everybodyReady;
    private int step;

    Rollout(DistributedBarrier everybodyReady) {
        this.everybodyReady = everybodyReady;
    }

    void next() {
        try {
            everybodyReady.waitOnBarrier();
        } catch (Exception e) { // heed: swallowed-by-broad-catch "interrupt"
            System.err.println("No barrier: " + e);
        }
        step++;
    }
}
