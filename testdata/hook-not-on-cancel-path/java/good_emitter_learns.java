// The reader is ended by the cancel.
import java.util.Timer;
import java.util.TimerTask;
import reactor.core.publisher.Flux;

class TimerFlux {
    static Flux<Long> ticks(Timer timer) {
        return Flux.create(sink -> {
            TimerTask task = new TimerTask() {
                @Override
                public void run() {
                    sink.next(System.nanoTime());
                }
            };
            sink.onDispose(task::cancel);
            timer.schedule(task, 1000, 1000);
        });
    }
}
