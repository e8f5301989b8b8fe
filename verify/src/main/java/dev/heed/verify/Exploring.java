package dev.heed.verify;

import dev.heed.verify.oracle.Case;
import dev.heed.verify.oracle.ConflatedOracle;
import dev.heed.verify.oracle.Finding;
import dev.heed.verify.oracle.Oracle;
import dev.heed.verify.oracle.Trace;
import dev.heed.verify.point.Delivery;
import dev.heed.verify.point.Site;
import dev.heed.verify.point.Sites;
import dev.heed.verify.run.Program;
import dev.heed.verify.run.Reached;
import dev.heed.verify.run.RunRecord;
import dev.heed.verify.run.Runner;
import dev.heed.verify.run.Signals;
import dev.heed.verify.run.Target;
import dev.heed.verify.run.ThreadRecord;
import dev.heed.verify.run.Thrown;
import dev.heed.verify.witness.Point;
import dev.heed.verify.witness.Property;
import dev.heed.verify.witness.Step;
import dev.heed.verify.witness.Witness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An exploration run by run, for those that make the runs themselves: each may be of a program of its own. */
public final class Exploring {
    /** How many of the points after a delivery get a second one. */
    private static final int SECOND_POINTS = 3;

    private final Sites sites;
    private final Settings settings;
    private final Runner runner;
    private final ConflatedOracle conflated = new ConflatedOracle();

    /** Of programs whose rewritten classes have these sites. */
    public Exploring(Sites sites, Settings settings) {
        this.sites = sites;
        this.settings = settings;
        this.runner = new Runner(sites, settings.limits(), new Signals(settings.carriers()));
    }

    /**
     * Runs it undisturbed.
     *
     * @throws InterruptedException if the calling thread is interrupted; the run is stopped
     * @throws ReflectiveOperationException if the program cannot be loaded
     */
    public Baseline begin(Program program) throws InterruptedException, ReflectiveOperationException {
        RunRecord record = runner.run(program, List.of(), null);
        String problem = problem(record);
        return new Baseline(record, ending(record), problem, problem.isEmpty() ? goals(record) : List.of());
    }

    /**
     * What came of a run with a cancellation.
     *
     * @param trial the verdict
     * @param again the runs with a second cancellation that it suggests
     * @param notes what a bound cut off
     */
    public record Delivered(Trial trial, List<Goal> again, List<String> notes) {
        public Delivered {
            again = List.copyOf(again);
            notes = List.copyOf(notes);
        }
    }

    /**
     * Runs it with a cancellation.
     *
     * @param known properties that the run with the first cancellation alone violates, too
     * @throws InterruptedException if the calling thread is interrupted; the run is stopped
     * @throws ReflectiveOperationException if the program cannot be loaded
     */
    public Delivered deliver(Program program, Baseline baseline, Goal goal, Set<Property> known)
            throws InterruptedException, ReflectiveOperationException {
        RunRecord disturbed = runner.run(program, goal.plan(), baseline.record());
        Trial trial = trial(baseline.record(), disturbed, goal, known);
        boolean wasDelivered = trial.verdict() == Trial.Verdict.PASSED || trial.verdict() == Trial.Verdict.FAILED;
        boolean isFirst = settings.has(Option.TWICE) && goal.second() == null;
        List<Goal> again = isFirst && wasDelivered && disturbed.hasEnded() ? again(disturbed, goal) : List.of();
        return new Delivered(trial, again, disturbed.notes());
    }

    /** Whether it is to be delivered in place of a call of a made-up stub. */
    boolean isAtStub(Goal goal) {
        return sites.get(goal.plan().get(0).site()).kind() == Site.Kind.STUB_POINT;
    }

    private String problem(RunRecord undisturbed) {
        if (!undisturbed.failedChecks().isEmpty()) {
            return "an invariant does not hold undisturbed: "
                    + undisturbed.failedChecks().get(0);
        }
        if (!undisturbed.hasEnded() && !settings.has(Option.MAY_WAIT)) {
            return "undisturbed, the scenario does not end within " + inSeconds(settings.bound()) + " s";
        }
        return "";
    }

    static String inSeconds(Duration time) {
        return String.valueOf(time.toMillis() / 1000.0);
    }

    private List<Goal> goals(RunRecord undisturbed) {
        List<Goal> goals = new ArrayList<>();
        for (ThreadRecord thread : undisturbed.threads()) {
            if (!settings.has(Option.MAIN_ONLY) || thread.role().equals(Reached.MAIN)) {
                thread.reached().forEach(reached -> goals.addAll(goals(reached)));
            }
        }
        return goals;
    }

    private List<Goal> goals(Reached reached) {
        Site site = sites.get(reached.site());
        List<Goal> goals = new ArrayList<>();
        for (Delivery delivery : site.deliveries()) {
            if (delivery != Delivery.CANCEL_AWAITED || settings.has(Option.AWAITED)) {
                Target target = new Target(reached.role(), reached.site(), reached.occurrence(), delivery);
                goals.add(new Goal(point(reached, site), delivery.signal(), null, List.of(target)));
            }
        }
        return goals;
    }

    private List<Goal> again(RunRecord disturbed, Goal goal) {
        List<Goal> again = new ArrayList<>();
        disturbed.thread(goal.point().role()).orElseThrow().reached().stream()
                .filter(reached -> reached.deliveredBefore() == 1)
                .filter(reached -> sites.get(reached.site()).kind() != Site.Kind.STUB_POINT)
                .limit(SECOND_POINTS)
                .forEach(reached -> goals(reached).forEach(second -> again.add(goal.then(second))));
        return again;
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

    private Trial trial(RunRecord undisturbed, RunRecord disturbed, Goal goal, Set<Property> known) {
        int delivered = disturbed
                .thread(goal.point().role())
                .map(ThreadRecord::delivered)
                .orElse(0);
        if (delivered < goal.plan().size()) {
            Trial.Verdict verdict = disturbed.missed() ? Trial.Verdict.NOTHING_TO_CANCEL : Trial.Verdict.NOT_REACHED;
            return new Trial(goal, verdict, List.of(), List.of());
        }
        Case run = new Case(
                undisturbed,
                disturbed,
                goal.plan().get(0),
                settings.has(Option.OWNS_THREAD),
                settings.caretakers(),
                sites);
        List<Witness> witnesses = new ArrayList<>();
        List<Step> steps = Trace.of(run);
        for (Oracle oracle : Oracle.of(goal.plan().get(0).delivery(), conflated)) {
            for (Finding finding : oracle.judge(run)) {
                if (settings.judges(finding.property()) && !known.contains(finding.property())) {
                    witnesses.add(new Witness(
                            finding.property(),
                            goal.point(),
                            goal.signal(),
                            goal.second(),
                            finding.message(),
                            finding.lost(),
                            steps));
                }
            }
        }
        Trial.Verdict verdict = witnesses.isEmpty() ? Trial.Verdict.PASSED : Trial.Verdict.FAILED;
        List<StackTraceElement> through = disturbed
                .thread(goal.point().role())
                .map(ThreadRecord::deliveredIn)
                .orElse(List.of());
        return new Trial(goal, verdict, witnesses, through);
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
