package dev.heed.verify.run;

import dev.heed.verify.point.Delivery;
import dev.heed.verify.point.Site;
import dev.heed.verify.point.Sites;
import dev.heed.verify.probe.Sink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Listens to the probes of one run, and delivers the cancellations of its plan. */
final class Run implements Sink {
    private static final int NOWHERE = -1;
    private static final int LONGEST_TEXT = 500;

    private final List<Target> plan;
    private final Sites sites;
    private final Limits limits;
    private final Signals signals;
    private final Ledger ledger;
    private final Deliveries deliveries;
    private final DoneFutures doneFutures = new DoneFutures();
    private final Roles roles = new Roles();
    private final Map<Thread, ThreadLog> logs = new ConcurrentHashMap<>();
    private final Map<Thread, Integer> started = new ConcurrentHashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final AtomicLong progress = new AtomicLong();
    private volatile @Nullable Thread main;
    private volatile boolean isStopping;
    private volatile boolean hasExited;
    private volatile boolean hasLeftThreadsOut;
    private volatile boolean missed;
    private volatile int spunAt = NOWHERE;

    Run(List<Target> plan, Sites sites, Limits limits, Signals signals) {
        this.plan = List.copyOf(plan);
        this.sites = sites;
        this.limits = limits;
        this.signals = signals;
        this.ledger = new Ledger(limits.resources());
        this.deliveries = new Deliveries(sites);
    }

    /** The calling thread is the scenario's own. */
    void begin() {
        main = Thread.currentThread();
        log().role(Reached.MAIN);
    }

    /** From now on every probe ends the thread that comes to it. */
    void stop() {
        isStopping = true;
    }

    boolean hasExited() {
        return hasExited;
    }

    /** What was too much to follow. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (ledger.isFull()) {
            notes.add("more resources and locks than are followed");
        }
        if (hasLeftThreadsOut) {
            notes.add("more threads than are followed");
        }
        return notes;
    }

    boolean missed() {
        return missed;
    }

    int spunAt() {
        return spunAt;
    }

    Ledger ledger() {
        return ledger;
    }

    Collection<ThreadLog> logs() {
        return logs.values();
    }

    /** The threads that the rewritten code has started, and where. */
    Map<Thread, Integer> started() {
        return Map.copyOf(started);
    }

    /** Grows as long as something happens. */
    long progress() {
        return progress.get();
    }

    List<String> texts() {
        synchronized (texts) {
            return List.copyOf(texts);
        }
    }

    @Override
    public void point(@Nullable Object receiver, int number) throws Throwable {
        checkStop();
        Site site = sites.get(number);
        if (!deliveries.isPoint(site, receiver) || doneFutures.contains(receiver)) {
            return;
        }
        ThreadLog log = log();
        progress.incrementAndGet();
        String role = log.role();
        boolean isStub = site.kind() == Site.Kind.STUB_POINT;
        if (role == null) {
            if (isStub) {
                // Threads are called after a wait.
                return;
            }
            role = roles.name(site.name());
            log.role(role);
        }
        boolean isAborted = site.deliveries().contains(Delivery.THROW)
                && Thread.currentThread().isInterrupted();
        int visit = isStub ? log.reachStub(number) : log.reach(number, isAborted);
        for (Target target : plan) {
            if (target.site() == number
                    && target.occurrence() == visit
                    && target.role().equals(role)) {
                if (target.delivery() == Delivery.STATUS_THEN_THROW) {
                    log.throwLate(number);
                }
                missed |= !deliveries.deliver(target.delivery(), receiver, number, log);
            }
        }
    }

    @Override
    public void passed(int number) throws InterruptedException {
        checkStop();
        progress.incrementAndGet();
        if (sites.get(number).kind() == Site.Kind.STUB_POINT) {
            return;
        }
        ThreadLog log = log();
        if (log.throwsLate(number)) {
            deliveries.deliverLate(number);
        }
        boolean fellThrough = log.isCancelled() && Thread.currentThread().isInterrupted();
        log.pass(!fellThrough);
        if (fellThrough) {
            turn(log, number);
        }
    }

    @Override
    public void handler(@Nullable Throwable caught, int number) {
        boolean isWritten = sites.get(number).kind() == Site.Kind.HANDLER;
        if (isStopping || caught instanceof RunStopped) {
            // What the compiler made (finally, synchronized) goes on to clean up; what was written would go on to live.
            if (isWritten) {
                throw new RunStopped(caught instanceof RunStopped ? caught.getCause() : caught);
            }
            return;
        }
        ThreadLog log = log();
        if (isWritten
                && caught != null
                && log.isCancelled()
                && (signals.holdsSignal(caught) || log.isFailure(caught))) {
            log.caught(number, caught.getClass().getName());
            turn(log, number);
        }
    }

    private void turn(ThreadLog log, int number) {
        if (log.turn() >= limits.spinTurns()) {
            spunAt = number;
            if (log.thread() == main) {
                stop();
            }
            throw new RunStopped();
        }
    }

    @Override
    public void took(@Nullable Object lock, int amount, int number) {
        if (lock != null) {
            ledger.took(lock, amount, number);
        }
    }

    @Override
    public void freed(@Nullable Object lock, int amount, int number) {
        if (lock != null) {
            ledger.freed(lock, amount, number);
            ifCancelled(Event.Kind.FREED, number, "");
        }
    }

    @Override
    public void opened(@Nullable Object resource, @Nullable Object parent, int number) {
        if (resource != null) {
            ledger.opened(resource, parent, number);
        }
    }

    @Override
    public void wrapped(@Nullable Object wrapper, @Nullable Object inner) {
        if (wrapper != null && inner != null) {
            ledger.wrapped(wrapper, inner);
        }
    }

    @Override
    public void closing(@Nullable Object resource, int number) {
        if (resource != null && ledger.closed(resource)) {
            ifCancelled(Event.Kind.CLOSED, number, "");
        }
    }

    @Override
    public void logged(@Nullable Object text, int number) {
        if (text instanceof Object[] several) {
            Arrays.stream(several).forEach(one -> logged(one, number));
            return;
        }
        ThreadLog log = log();
        if (text != null && LogLevels.isLevel(text)) {
            // It comes before what is told.
            log.level(text.toString());
        } else if (text instanceof String || text instanceof Throwable) {
            if (!log.enter()) {
                return;
            }
            try {
                // With its causes, as logs have it.
                String said = text instanceof Throwable thrown
                        ? String.join(", caused by ", Thrown.of(thrown, signals).texts())
                        : (String) text;
                String shortened = said.length() > LONGEST_TEXT ? said.substring(0, LONGEST_TEXT) : said;
                synchronized (texts) {
                    if (texts.size() < limits.events()) {
                        texts.add(shortened);
                    }
                }
                ifCancelled(LogLevels.kind(sites.get(number), log.level()), number, shortened);
            } finally {
                log.leave();
            }
        }
    }

    @Override
    public void loop(int number) {
        checkStop();
    }

    @Override
    public void interrupting(@Nullable Object thread, int number) {
        if (thread == Thread.currentThread()) {
            ifCancelled(Event.Kind.RESTORED, number, "");
        }
    }

    @Override
    public void handed(@Nullable Object failure, int number) {
        if (failure instanceof Throwable thrown && signals.holdsSignal(thrown)) {
            ThreadLog log = log();
            if (log.isCancelled()) {
                log.handed(number);
            }
        }
    }

    @Override
    public void starting(@Nullable Object thread, int number) {
        if (thread instanceof Thread next && started.size() < limits.resources()) {
            started.put(next, number);
        }
    }

    @Override
    public void exiting(int number) {
        ifCancelled(Event.Kind.EXIT, number, "");
        hasExited = true;
        stop();
        throw new RunStopped();
    }

    @Override
    public void done(@Nullable Object futures) {
        doneFutures.add(futures);
    }

    @Override
    public void combined(@Nullable Object whole, @Nullable Object @Nullable [] parts) {
        if (whole != null) {
            doneFutures.combine(whole, parts);
        }
    }

    @Override
    public long limit(long time) {
        return log().takesNoTime() ? 0 : time;
    }

    @Override
    public long sleep(long time, boolean isMillis) {
        if (!limits.skipsSleeps()) {
            return time;
        }
        return Math.min(time, isMillis ? 1 : 0);
    }

    private void ifCancelled(Event.Kind kind, int number, String detail) {
        ThreadLog log = log();
        if (log.isCancelled()) {
            log.event(kind, number, detail);
        }
    }

    private void checkStop() {
        if (isStopping) {
            throw new RunStopped();
        }
    }

    /** The calling thread's log. */
    ThreadLog log() {
        Thread thread = Thread.currentThread();
        ThreadLog known = logs.get(thread);
        if (known == null) {
            known = new ThreadLog(thread, limits.events());
            // A program may start a million threads: those beyond the bound are not followed.
            if (logs.size() < limits.threads()) {
                logs.put(thread, known);
            } else {
                hasLeftThreadsOut = true;
            }
        }
        return known;
    }
}
