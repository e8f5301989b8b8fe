// The loop's own close() cancels all tasks, and runs them until they have ended.
import dev.heed.runtime.Loop;
import dev.heed.runtime.Task;
import java.time.Duration;

class SleepersEnd {
    static void main(String[] args) {
        try (Loop loop = Loop.realTime()) {
            for (int seconds = 2; seconds <= 4; seconds++) {
                Duration time = Duration.ofSeconds(seconds);
                loop.spawn("sleeper", () -> loop.sleep(time));
            }
            loop.run(() -> {
                loop.sleep(Duration.ofSeconds(1));
                for (Task<?> task : loop.tasks()) {
                    task.cancel();
                }
            });
        }
    }
}
