package dev.heed.verify.oracle;

import dev.heed.verify.point.Site;
import dev.heed.verify.run.Event;
import dev.heed.verify.run.RunRecord;
import dev.heed.verify.run.RunRecord.Ending;
import dev.heed.verify.run.ThreadRecord;
import dev.heed.verify.run.Thrown;
import dev.heed.verify.witness.Property;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An interrupt must be seen by somebody. Whoever runs the scenario must get it: an exception that means it, or the status set. A
 * thread that the program owns may just end; one that goes on with what it did is deaf.
 */
final class SignalOracle implements Oracle {
    @Override
    public List<Finding> judge(Case run) {
        ThreadRecord thread = run.thread();
        if (!run.target().delivery().isInterrupt()
                || thread.handedOver()
                || thread.statusSet()
                || run.disturbed().ending() == Ending.EXITED
                || isDeafByContract(thread)) {
            return List.of();
        }
        return (run.isMain() && !run.ownsThread() ? scenario(run) : worker(run))
                .stream().toList();
    }

    private static Optional<Finding> scenario(Case run) {
        RunRecord disturbed = run.disturbed();
        return switch (disturbed.ending()) {
            case RETURNED ->
                Optional.of(swallowed("The interrupt delivered at " + delivered(run)
                        + " is lost: the scenario returns as if nothing had happened."));
            case THREW -> threw(run, disturbed.thrown());
            case BLOCKED, ENDLESS ->
                isUnheard(run, run.thread())
                        ? Optional.of(swallowed("The interrupt delivered at " + delivered(run)
                                + " is lost: the thread goes on" + run.waitsAt(run.thread()) + "."))
                        : Optional.empty();
            case SPUN, EXITED -> Optional.empty();
        };
    }

    private static Optional<Finding> threw(Case run, @Nullable Thrown thrown) {
        if (thrown == null || thrown.isSignal()) {
            return Optional.empty();
        }
        Thrown usual = run.undisturbed().thrown();
        if (!thrown.hidesSignal() && usual != null && usual.type().equals(thrown.type())) {
            return Optional.of(swallowed("The interrupt delivered at " + delivered(run)
                    + " is lost: the scenario throws what it always throws, " + thrown.type() + "."));
        }
        String how = thrown.hidesSignal() ? "leaves inside " : "is masked by ";
        return Optional.of(new Finding(
                Property.NOT_RESTORED,
                "The interrupt delivered at " + delivered(run) + " " + how + thrown.type()
                        + ", and the status is not set.",
                "the interrupt status"));
    }

    /** A worker that comes back to where it was interrupted, and that only an interrupt could have ended. */
    private static Optional<Finding> worker(Case run) {
        ThreadRecord thread = run.thread();
        boolean endsUndisturbed =
                run.undisturbedThread().map(ThreadRecord::hasEnded).orElse(false);
        boolean cameBack = thread.events().stream()
                .anyMatch(event -> (event.kind() == Event.Kind.POINT || event.kind() == Event.Kind.ABORTED)
                        && event.site() == run.target().site());
        if (thread.hasEnded() || endsUndisturbed || !cameBack || !isUnheard(run, thread)) {
            return Optional.empty();
        }
        return Optional.of(swallowed("The " + thread.role() + " is deaf: interrupted at " + delivered(run)
                + ", it goes on" + run.waitsAt(thread) + "."));
    }

    /** Whether the thread was given the interrupt and took it: an unread status is no loss. */
    private static boolean isUnheard(Case run, ThreadRecord thread) {
        return run.saw(Event.Kind.CAUGHT) || !thread.statusSet();
    }

    /** Such contracts put the interrupt off; what they owe is told by the status, when they end. */
    private static boolean isDeafByContract(ThreadRecord thread) {
        return thread.deliveredIn().stream()
                .anyMatch(
                        frame -> frame.getMethodName().toLowerCase(Locale.ROOT).contains("uninterruptibl"));
    }

    private static String delivered(Case run) {
        Site site = run.site(run.target().site());
        return site.name();
    }

    private static Finding swallowed(String message) {
        return new Finding(Property.SWALLOWED, message, "the interrupt");
    }
}
