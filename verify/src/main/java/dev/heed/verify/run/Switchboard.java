package dev.heed.verify.run;

import dev.heed.verify.probe.Sink;
import org.jspecify.annotations.Nullable;

/**
 * Passes what the probes of classes that are loaded once say on to the run that they speak of: a thread that a run has started belongs
 * to it, even when it is over; others, such as those of a shared pool, belong to the run of the moment.
 */
public final class Switchboard implements Sink {
    private volatile @Nullable Sink current;
    private volatile boolean isUsed;

    /** The run of the moment; null if there is none. */
    public void connect(@Nullable Sink run) {
        isUsed = true;
        current = run;
    }

    private @Nullable Sink line() {
        // Tests that explore nothing should not be slowed down.
        if (!isUsed) {
            return null;
        }
        Sink now = current;
        Sink own = RunGroup.sinkOf(Thread.currentThread());
        return own == null ? now : own;
    }

    @Override
    public void point(@Nullable Object receiver, int site) throws Throwable {
        Sink run = line();
        if (run != null) {
            run.point(receiver, site);
        }
    }

    @Override
    public void passed(int site) throws InterruptedException {
        Sink run = line();
        if (run != null) {
            run.passed(site);
        }
    }

    @Override
    public void handler(@Nullable Throwable caught, int site) {
        Sink run = line();
        if (run != null) {
            run.handler(caught, site);
        }
    }

    @Override
    public void took(@Nullable Object lock, int amount, int site) {
        Sink run = line();
        if (run != null) {
            run.took(lock, amount, site);
        }
    }

    @Override
    public void freed(@Nullable Object lock, int amount, int site) {
        Sink run = line();
        if (run != null) {
            run.freed(lock, amount, site);
        }
    }

    @Override
    public void opened(@Nullable Object resource, @Nullable Object parent, int site) {
        Sink run = line();
        if (run != null) {
            run.opened(resource, parent, site);
        }
    }

    @Override
    public void wrapped(@Nullable Object wrapper, @Nullable Object inner) {
        Sink run = line();
        if (run != null) {
            run.wrapped(wrapper, inner);
        }
    }

    @Override
    public void closing(@Nullable Object resource, int site) {
        Sink run = line();
        if (run != null) {
            run.closing(resource, site);
        }
    }

    @Override
    public void logged(@Nullable Object text, int site) {
        Sink run = line();
        if (run != null) {
            run.logged(text, site);
        }
    }

    @Override
    public void loop(int site) {
        Sink run = line();
        if (run != null) {
            run.loop(site);
        }
    }

    @Override
    public void interrupting(@Nullable Object thread, int site) {
        Sink run = line();
        if (run != null) {
            run.interrupting(thread, site);
        }
    }

    @Override
    public void handed(@Nullable Object failure, int site) {
        Sink run = line();
        if (run != null) {
            run.handed(failure, site);
        }
    }

    @Override
    public void starting(@Nullable Object thread, int site) {
        Sink run = line();
        if (run != null) {
            run.starting(thread, site);
        }
    }

    @Override
    public void exiting(int site) {
        Sink run = line();
        if (run != null) {
            run.exiting(site);
        }
    }

    @Override
    public void done(@Nullable Object futures) {
        Sink run = line();
        if (run != null) {
            run.done(futures);
        }
    }

    @Override
    public void combined(@Nullable Object whole, @Nullable Object @Nullable [] parts) {
        Sink run = line();
        if (run != null) {
            run.combined(whole, parts);
        }
    }

    @Override
    public long limit(long time) {
        Sink run = line();
        return run == null ? time : run.limit(time);
    }

    @Override
    public long sleep(long time, boolean isMillis) {
        Sink run = line();
        return run == null ? time : run.sleep(time, isMillis);
    }
}
