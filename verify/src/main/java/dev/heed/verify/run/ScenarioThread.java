package dev.heed.verify.run;

import dev.heed.verify.scenario.Checks;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The thread of a scenario, and those that it starts. */
final class ScenarioThread implements Checks {
    private final Run run;
    private final Program.Prepared prepared;
    private final Signals signals;
    private final ThreadGroup group;
    private final Thread thread;
    private final Map<String, Check> checks = new LinkedHashMap<>();
    private volatile @Nullable Throwable thrown;
    private volatile boolean statusSet;
    private volatile boolean boundaryPassed;

    ScenarioThread(Run run, Program.Prepared prepared, Signals signals) {
        this.run = run;
        this.prepared = prepared;
        this.signals = signals;
        this.group = new RunGroup(run);
        this.thread = thread(this::main, "scenario");
    }

    Thread thread() {
        return thread;
    }

    @Nullable
    Throwable thrown() {
        return thrown;
    }

    /** Whether the interrupt status was set when the scenario ended. */
    boolean statusSet() {
        return statusSet;
    }

    private Thread thread(Runnable body, String name) {
        Thread made = new Thread(group, body, name);
        made.setDaemon(true);
        made.setContextClassLoader(prepared.loader());
        return made;
    }

    private void main() {
        run.begin();
        try {
            prepared.scenario().run(this);
        } catch (Throwable e) {
            // Whatever it is, it is the result of the run; the status is looked at apart from it.
            ended(e);
        }
        if (!boundaryPassed) {
            statusSet = Thread.currentThread().isInterrupted();
        }
    }

    /** What the scenario does after its boundary is its own business, unless it finds itself that something is wrong. */
    private void ended(Throwable scenarioThrew) {
        if (!boundaryPassed) {
            thrown = scenarioThrew;
        } else if (scenarioThrew instanceof AssertionError) {
            afterwards("what the scenario asserts", () -> {
                throw scenarioThrew;
            });
        }
    }

    @Override
    public <T> T boundary(Callable<T> call) throws Exception {
        ThreadLog log = run.log();
        boolean wasCancelled = log.isCancelled();
        try {
            T result = call.call();
            atBoundary(!wasCancelled && log.isCancelled(), null);
            return result;
        } catch (Throwable e) {
            atBoundary(!wasCancelled && log.isCancelled(), e);
            throw e;
        }
    }

    private void atBoundary(boolean isOwed, @Nullable Throwable callThrew) {
        if (isOwed && Thread.currentThread() == thread) {
            boundaryPassed = true;
            thrown = callThrew;
            statusSet = Thread.currentThread().isInterrupted();
        }
    }

    @Override
    public void afterwards(String name, Check check) {
        synchronized (checks) {
            checks.put(name, check);
        }
    }

    /** The names of the invariants that do not hold, with what they threw. */
    List<String> check(Limits limits) throws InterruptedException {
        Map<String, Check> all;
        synchronized (checks) {
            all = new LinkedHashMap<>(checks);
        }
        if (all.isEmpty()) {
            return List.of();
        }
        Map<String, String> failed = new HashMap<>();
        Thread checker = thread(
                () -> all.forEach((name, check) -> {
                    try {
                        check.run();
                    } catch (Throwable e) {
                        synchronized (failed) {
                            failed.put(name, name + ": " + Thrown.of(e, signals).text());
                        }
                    }
                }),
                "checks");
        checker.start();
        checker.join(limits.bound().toMillis());
        synchronized (failed) {
            if (checker.isAlive()) {
                failed.put("", "the invariants were not checked in time");
            }
            return failed.values().stream().sorted().toList();
        }
    }

    /** Whether the scenario's thread and all that it started wait; with or without an end to their patience. */
    boolean allWait(boolean evenTimed) {
        return alive().stream()
                .allMatch(next -> next.getState() == Thread.State.WAITING
                        || next.getState() == Thread.State.BLOCKED
                        || (evenTimed && next.getState() == Thread.State.TIMED_WAITING));
    }

    /** All threads of the group, and those that rewritten code has started elsewhere. */
    List<Thread> alive() {
        Thread[] threads = new Thread[group.activeCount() * 2 + 10];
        int count = group.enumerate(threads);
        Set<Thread> alive = new LinkedHashSet<>(Arrays.asList(threads).subList(0, count));
        for (Thread started : run.started().keySet()) {
            if (started.isAlive()) {
                alive.add(started);
            }
        }
        return List.copyOf(alive);
    }
}
