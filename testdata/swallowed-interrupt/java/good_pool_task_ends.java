// A pool task that ends when interrupted: the pool itself looks after the status of its threads between tasks.
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class Refresher {
    private final Runnable refresh;

    Refresher(Runnable refresh) {
        this.refresh = refresh;
    }

    Future<?> startLater(ExecutorService pool) {
        return pool.submit(() -> {
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                return;
            }
            refresh.run();
        });
    }

    Future<?> startOften(ScheduledExecutorService timer) {
        return timer.scheduleAtFixedRate(
                () -> {
                    try {
                        TimeUnit.MILLISECONDS.sleep(20);
                        refresh.run();
                    } catch (InterruptedException e) {
                        System.out.println("refresh skipped");
                    }
                },
                1,
                1,
                TimeUnit.SECONDS);
    }
}
