package dev.heed.verify;

import dev.heed.verify.oracle.Case;
import dev.heed.verify.oracle.Finding;
import dev.heed.verify.oracle.Oracle;
import dev.heed.verify.oracle.Trace;
import dev.heed.verify.point.Delivery;
import dev.heed.verify.point.Site;
import dev.heed.verify.point.Sites;
import dev.heed.verify.run.Reached;
import dev.heed.verify.run.RunRecord;
import dev.heed.verify.run.Runner;
import dev.heed.verify.run.Target;
import dev.heed.verify.run.ThreadRecord;
import dev.heed.verify.run.Thrown;
import dev.heed.verify.witness.Point;
import dev.heed.verify.witness.Property;
import dev.heed.verify.witness.Step;
import dev.heed.verify.witness.Witness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One exploration: which runs there are, and what becomes of them. */
final class Search {
    /** How many of the points after a delivery get a second one. */
    private static final int SECOND_POINTS = 3;

    private final Runner runner;
    private final Sites sites;
    private final Settings settings;
    private final List<Trial> trials = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private long end;
    private int runs;

    Search(Runner runner, Sites sites, Settings settings) {
        this.runner = runner;
        this.sites = sites;
        this.settings = settings;
    }

    Exploration run() throws InterruptedException, ReflectiveOperationException {
        end = System.nanoTime() + settings.total().toNanos();
        RunRecord undisturbed = runner.run(List.of(), null);
        String problem = problem(undisturbed);
        if (problem.isEmpty()) {
            for (Goal goal : goals(undisturbed)) {
                if (!hasRoom()) {
                    break;
                }
                once(undisturbed, goal);
            }
        }
        return new Exploration(ending(undisturbed), problem, trials, List.copyOf(notes));
    }

    /** A cancellation to deliver, with the point's number for people. */
    private record Goal(Target target, Point point) {}

    private String problem(RunRecord undisturbed) {
        notes.addAll(undisturbed.notes());
        if (!undisturbed.failedChecks().isEmpty()) {
            return "an invariant does not hold undisturbed: "
                    + undisturbed.failedChecks().get(0);
        }
        if (!undisturbed.hasEnded() && !settings.has(Option.MAY_WAIT)) {
            return "undisturbed, the scenario does not end within " + inSeconds(settings.bound()) + " s";
        }
        return "";
    }

    private static String inSeconds(Duration time) {
        return String.valueOf(time.toMillis() / 1000.0);
    }

    private List<Goal> goals(RunRecord undisturbed) {
        List<Goal> goals = new ArrayList<>();
        for (ThreadRecord thread : undisturbed.threads()) {
            if (settings.has(Option.MAIN_ONLY) && !thread.role().equals(Reached.MAIN)) {
                continue;
            }
            thread.reached().forEach(reached -> goals.addAll(goals(reached)));
        }
        return goals;
    }

    private List<Goal> goals(Reached reached) {
        Site site = sites.get(reached.site());
        List<Goal> goals = new ArrayList<>();
        for (Delivery delivery : site.deliveries()) {
            if (delivery != Delivery.CANCEL_AWAITED || settings.has(Option.AWAITED)) {
                Target target = new Target(reached.role(), reached.site(), reached.occurrence(), delivery);
                goals.add(new Goal(target, point(reached, site)));
            }
        }
        return goals;
    }

    private static Point point(Reached reached, Site site) {
        return new Point(
                reached.role(),
                reached.number(),
                site.file(),
                site.line(),
                site.className(),
                site.method(),
                site.what());
    }

    private void once(RunRecord undisturbed, Goal goal) throws InterruptedException, ReflectiveOperationException {
        RunRecord disturbed = runner.run(List.of(goal.target()), undisturbed);
        runs++;
        Trial trial = trial(undisturbed, disturbed, goal, null, EnumSet.noneOf(Property.class));
        trials.add(trial);
        boolean wasDelivered = trial.verdict() == Trial.Verdict.PASSED || trial.verdict() == Trial.Verdict.FAILED;
        if (!settings.has(Option.TWICE) || !wasDelivered || !disturbed.hasEnded()) {
            return;
        }
        Set<Property> known = trial.witnesses().stream().map(Witness::property).collect(Collectors.toSet());
        List<Reached> after = disturbed.thread(goal.target().role()).orElseThrow().reached().stream()
                .filter(reached -> reached.deliveredBefore() == 1)
                .limit(SECOND_POINTS)
                .toList();
        for (Reached reached : after) {
            for (Goal second : goals(reached)) {
                if (hasRoom()) {
                    again(undisturbed, goal, second, known);
                }
            }
        }
    }

    private void again(RunRecord undisturbed, Goal first, Goal second, Set<Property> known)
            throws InterruptedException, ReflectiveOperationException {
        RunRecord disturbed = runner.run(List.of(first.target(), second.target()), undisturbed);
        runs++;
        trials.add(trial(undisturbed, disturbed, first, second, known));
    }

    private boolean hasRoom() {
        if (runs >= settings.runs()) {
            notes.add("stopped after " + runs + " runs");
            return false;
        }
        if (System.nanoTime() > end) {
            notes.add("stopped after " + inSeconds(settings.total()) + " s");
            return false;
        }
        Runtime heap = Runtime.getRuntime();
        if (heap.totalMemory() - heap.freeMemory() > heap.maxMemory() * settings.memory()) {
            notes.add("stopped for want of memory");
            return false;
        }
        return true;
    }

    private Trial trial(
            RunRecord undisturbed, RunRecord disturbed, Goal goal, @Nullable Goal second, Set<Property> known) {
        Point again = second == null ? null : second.point();
        String signal = goal.target().delivery().signal();
        int wanted = second == null ? 1 : 2;
        int delivered = disturbed
                .thread(goal.target().role())
                .map(ThreadRecord::delivered)
                .orElse(0);
        notes.addAll(disturbed.notes());
        if (delivered < wanted) {
            Trial.Verdict verdict = disturbed.missed() ? Trial.Verdict.NOTHING_TO_CANCEL : Trial.Verdict.NOT_REACHED;
            return new Trial(goal.point(), signal, again, verdict, List.of());
        }
        Case run = new Case(undisturbed, disturbed, goal.target(), settings.has(Option.OWNS_THREAD), sites);
        List<Witness> witnesses = new ArrayList<>();
        List<Step> steps = Trace.of(run);
        for (Oracle oracle : Oracle.all()) {
            for (Finding finding : oracle.judge(run)) {
                if (!known.contains(finding.property())) {
                    witnesses.add(new Witness(
                            finding.property(), goal.point(), signal, again, finding.message(), finding.lost(), steps));
                }
            }
        }
        Trial.Verdict verdict = witnesses.isEmpty() ? Trial.Verdict.PASSED : Trial.Verdict.FAILED;
        return new Trial(goal.point(), signal, again, verdict, witnesses);
    }

    private static String ending(RunRecord run) {
        Thrown thrown = run.thrown();
        return switch (run.ending()) {
            case RETURNED -> "returns";
            case THREW -> "throws " + (thrown == null ? "" : thrown.text());
            case EXITED -> "asks for the end of the JVM";
            case SPUN -> "spins";
            case BLOCKED -> "waits for ever";
            case ENDLESS -> "does not end in time";
        };
    }
}
