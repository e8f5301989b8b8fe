// One subscription, one call: there is no older task.
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

class TimedSubscriber implements Flow.Subscriber<String> {
    private final ScheduledExecutorService timer;
    private ScheduledFuture<?> timeout;

    TimedSubscriber(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        timeout = timer.schedule(subscription::cancel, 5, TimeUnit.SECONDS);
    }

    @Override
    public void onNext(String item) {
        System.out.println(item);
    }

    @Override
    public void onError(Throwable failure) {
        timeout.cancel(false);
    }

    @Override
    public void onComplete() {
        timeout.cancel(false);
    }
}
