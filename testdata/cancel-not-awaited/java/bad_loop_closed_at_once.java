// All tasks are asked to stop, and the loop is closed before it has run them again: not one of them hears of it.
import dev.heed.runtime.Loop;
import dev.heed.runtime.LoopInterruptedException;
import dev.heed.runtime.Task;
import java.time.Duration;

class Sleepers {
    static void main(String[] args) {
        Loop loop = Loop.realTime();
        for (int seconds = 2; seconds <= 4; seconds++) {
            Duration time = Duration.ofSeconds(seconds);
            loop.spawn("sleeper", () -> loop.sleep(time));
        }
        try {
            loop.run(loop::sleepForever);
        } catch (LoopInterruptedException e) {
            for (Task<?> task : loop.tasks()) {
                task.cancel(); // heed: cancel-not-awaited "'loop' is closed before it has run them again"
            }
        } finally {
            loop.closeNow();
        }
    }
}
