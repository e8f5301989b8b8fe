package dev.heed.runtime;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Threads for blocking calls, one each. */
final class Helpers {
    private final Scheduler scheduler;
    private final Set<Thread> running = ConcurrentHashMap.newKeySet();

    Helpers(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Starts the call. Cancelling the promise interrupts it. */
    <T> Promise<T> start(String what, Callable<? extends T> call) {
        Promise<T> promise = new Promise<>(scheduler, "the blocking call " + what);
        Thread thread = new Thread(() -> run(call, promise), "heed-blocking-" + what);
        thread.setDaemon(true);
        promise.addCallback(done -> {
            if (done.isCancelled()) {
                thread.interrupt();
            }
        });
        scheduler.agenda().callOutside();
        running.add(thread);
        thread.start();
        return promise;
    }

    private <T> void run(Callable<? extends T> call, Promise<T> promise) {
        T value = null;
        Throwable failure = null;
        try {
            value = call.call();
        } catch (InterruptedException e) { // This thread ends here; the task was told already, or is told below.
            failure = e;
        } catch (Exception | Error e) { // The task that waits is told below.
            failure = e;
        }
        running.remove(Thread.currentThread());
        end(promise, value, failure);
    }

    private <T> void end(Promise<T> promise, @Nullable T value, @Nullable Throwable failure) {
        scheduler.agenda().post(() -> {
            // Here and not on the other thread: the loop must not find the call still out, and wait, when this was its
            // last word.
            scheduler.agenda().endOfCallOutside();
            if (!promise.isDone()) {
                if (failure == null) {
                    promise.succeed(value);
                } else {
                    promise.failWith(failure);
                }
            }
        });
    }

    /** Interrupts what still runs. */
    void close() {
        running.forEach(Thread::interrupt);
    }
}
