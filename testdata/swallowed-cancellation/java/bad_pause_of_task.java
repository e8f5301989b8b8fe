// The pause of a task is cancelled; the loop takes one more turn, and the task cannot be ended.
import dev.heed.runtime.CancelledException;
import dev.heed.runtime.Loop;
import java.time.Duration;

class TimedBeats {
    private int beats;

    void beat(Loop loop, int count) {
        for (int i = 0; i < count; i++) {
            beats++;
            try {
                loop.sleep(Duration.ofSeconds(1));
            } catch (CancelledException e) { // heed: swallowed-cancellation "goes on with its loop"
                System.err.println("pause cut short");
            }
        }
    }
}
