// Whoever cancels a task and waits for its end gets the task's cancel back: nobody has cancelled this code.
import dev.heed.runtime.CancelledException;
import dev.heed.runtime.Loop;
import dev.heed.runtime.Task;
import java.time.Duration;

class TimedHeartbeat {
    private int sent;

    void beatFor(Loop loop, Duration time) {
        Task<Void> beats = loop.spawn("beats", () -> beat(loop));
        loop.sleep(time);
        boolean unused = beats.cancel();
        try {
            beats.await();
        } catch (CancelledException e) {
            System.err.println("heart stopped after " + sent + " beats");
        }
    }

    private void beat(Loop loop) {
        while (true) {
            loop.sleep(Duration.ofSeconds(1));
            sent++;
        }
    }
}
