package dev.heed.verify.run;

import dev.heed.verify.point.Sites;
import dev.heed.verify.run.RunRecord.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs a program once, to its end or to its bound, and leaves no thread of it behind that can be ended. */
public final class Runner {
    private static final long LOOK_MILLIS = 2;
    private static final long IDLE_MILLIS = 40;
    private static final long REST_MILLIS = 15;
    private static final long STOP_MILLIS = 500;
    private static final long INTERRUPT_MILLIS = 60;

    private final Sites sites;
    private final Limits limits;
    private final Signals signals;

    /** For runs of programs whose rewritten classes have these sites. */
    public Runner(Sites sites, Limits limits, Signals signals) {
        this.sites = sites;
        this.limits = limits;
        this.signals = signals;
    }

    /**
     * Runs it with these cancellations.
     *
     * @param undisturbed the run without any, to know which threads it leaves behind; null for that run itself
     * @throws InterruptedException if the calling thread is interrupted; the run is stopped
     * @throws ReflectiveOperationException if the program cannot be loaded
     */
    public RunRecord run(Program program, List<Target> plan, @Nullable RunRecord undisturbed)
            throws InterruptedException, ReflectiveOperationException {
        Run run = new Run(plan, sites, limits, signals);
        ScenarioThread scenario = new ScenarioThread(run, program.prepare(run), signals);
        try {
            scenario.thread().start();
            boolean inTime = await(run, scenario, undisturbed == null);
            settle(run, scenario, undisturbed);
            Ending ending = ending(run, scenario, inTime);
            List<String> failed =
                    ending == Ending.RETURNED || ending == Ending.THREW ? scenario.check(limits) : List.of();
            return record(run, scenario, ending, failed);
        } finally {
            stop(run, scenario);
        }
    }

    /** Whether the scenario's thread came to rest: it ended, or, in a closed world, all threads wait for each other. */
    private boolean await(Run run, ScenarioThread scenario, boolean isUndisturbed) throws InterruptedException {
        long deadline = System.nanoTime() + limits.bound().toNanos();
        Rest rest = new Rest(run, scenario, isUndisturbed);
        while (System.nanoTime() < deadline) {
            scenario.thread().join(LOOK_MILLIS);
            if (!scenario.thread().isAlive() || (limits.isClosed() && rest.lasts(IDLE_MILLIS))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Waits for the threads that the program leaves: until they wait themselves, and until no more of them is left than undisturbed, and
     * no more of what they hold. What waits for a while longer will not end.
     */
    private void settle(Run run, ScenarioThread scenario, @Nullable RunRecord undisturbed) throws InterruptedException {
        if (scenario.thread().isAlive() || run.hasExited()) {
            return;
        }
        long start = System.nanoTime();
        Rest rest = new Rest(run, scenario, true);
        Rest longRest = new Rest(run, scenario, false);
        while (System.nanoTime() - start < limits.bound().toNanos()
                && !scenario.alive().isEmpty()) {
            boolean atRest = rest.lasts(REST_MILLIS);
            boolean isOver = longRest.lasts(limits.settle().toMillis());
            if (isOver || (atRest && (undisturbed == null || isLike(run, undisturbed)))) {
                return;
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private static boolean isLike(Run run, RunRecord undisturbed) {
        return isWithin(threadsLeft(run), undisturbed.threadsLeft())
                && isWithin(run.ledger().left(), undisturbed.left())
                && isWithin(run.ledger().held(), undisturbed.held());
    }

    private static boolean isWithin(Map<Integer, Integer> left, Map<Integer, Integer> allowed) {
        return left.entrySet().stream().allMatch(entry -> entry.getValue() <= allowed.getOrDefault(entry.getKey(), 0));
    }

    private static Map<Integer, Integer> threadsLeft(Run run) {
        Map<Integer, Integer> left = new TreeMap<>();
        run.started().forEach((thread, site) -> {
            if (thread.isAlive()) {
                left.merge(site, 1, Integer::sum);
            }
        });
        return left;
    }

    private static Ending ending(Run run, ScenarioThread scenario, boolean inTime) {
        if (run.hasExited()) {
            return Ending.EXITED;
        }
        if (scenario.thread().isAlive()) {
            return inTime ? Ending.BLOCKED : Ending.ENDLESS;
        }
        if (scenario.thrown() instanceof RunStopped) {
            return Ending.SPUN;
        }
        return scenario.thrown() == null ? Ending.RETURNED : Ending.THREW;
    }

    private RunRecord record(Run run, ScenarioThread scenario, Ending ending, List<String> failed) {
        List<ThreadRecord> threads = new ArrayList<>();
        Map<String, ThreadRecord> others = new TreeMap<>();
        for (ThreadLog log : run.logs()) {
            boolean isMain = log.thread() == scenario.thread();
            boolean isOver = isMain && !scenario.thread().isAlive();
            boolean statusSet = isOver ? scenario.statusSet() : log.thread().isInterrupted();
            ThreadRecord record = log.record(statusSet);
            if (isMain) {
                threads.add(record);
            } else if (!record.role().isEmpty()) {
                others.put(record.role(), record);
            }
        }
        if (threads.isEmpty()) {
            throw new IllegalStateException("the scenario's thread has not begun within its bound");
        }
        threads.addAll(others.values());
        Throwable thrown = ending == Ending.THREW ? scenario.thrown() : null;
        return new RunRecord(
                ending,
                thrown == null ? null : Thrown.of(thrown, signals),
                run.spunAt(),
                threads,
                run.ledger().left(),
                run.ledger().held(),
                threadsLeft(run),
                run.texts(),
                failed,
                run.missed(),
                run.notes());
    }

    /** Ends what is left: probes throw, waits are interrupted, executors shut down. A thread deaf to all that is a daemon. */
    private void stop(Run run, ScenarioThread scenario) throws InterruptedException {
        run.stop();
        for (ExecutorService executor : run.ledger().executors()) {
            // The program's own executors have probes: their code would be stopped, too.
            if (!sites.isRewritten(executor.getClass())) {
                executor.shutdownNow();
            }
        }
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STOP_MILLIS);
        long nextInterrupt = Long.MIN_VALUE;
        List<Thread> alive = scenario.alive();
        while (!alive.isEmpty() && System.nanoTime() < deadline) {
            // Not all the time: an idle thread of a pool would be kept from noticing that it is idle.
            if (System.nanoTime() > nextInterrupt) {
                alive.forEach(Thread::interrupt);
                nextInterrupt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(INTERRUPT_MILLIS);
            }
            alive.get(0).join(LOOK_MILLIS);
            alive = scenario.alive();
        }
    }
}
