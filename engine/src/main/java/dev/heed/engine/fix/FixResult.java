package dev.heed.engine.fix;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.scan.Notification;
import java.util.List;

/**
 * What {@link Fixer} has done.
 *
 * @param found how many findings there were at first
 * @param applied the fixes that are in {@code changes}, by the places of their findings
 * @param mendedAlong findings that are gone with the fix of another one
 * @param remaining findings that are still there
 * @param changes the files that have changed, by path; nothing has been written yet
 * @param notifications what the first scan told beside findings, and why the run ended early if it did
 * @param rounds how many times fixes were chosen
 * @param scans how many times the sources were scanned
 */
public record FixResult(
        int found,
        List<Applied> applied,
        List<Finding> mendedAlong,
        List<Remaining> remaining,
        List<FileChange> changes,
        List<Notification> notifications,
        int rounds,
        int scans) {

    public FixResult {
        applied = List.copyOf(applied);
        mendedAlong = List.copyOf(mendedAlong);
        remaining = List.copyOf(remaining);
        changes = List.copyOf(changes);
        notifications = List.copyOf(notifications);
    }

    /**
     * A fix that was kept.
     *
     * @param finding where it was in the sources as they were given
     * @param along fixes of what this one uncovered, which were applied with it
     */
    public record Applied(Finding finding, Fix fix, List<Fix> along) {
        public Applied {
            along = List.copyOf(along);
        }
    }

    /**
     * A finding that is still there.
     *
     * @param original where it was in the sources as they were given
     * @param finding where it is now
     * @param takenBack the fixes that were tried in vain
     * @param withheld the fixes that were not tried because they are unsafe
     */
    public record Remaining(Finding original, Finding finding, List<TakenBack> takenBack, List<Fix> withheld) {
        public Remaining {
            takenBack = List.copyOf(takenBack);
            withheld = List.copyOf(withheld);
        }
    }

    /**
     * A fix that was taken back.
     *
     * @param reason a clause with a small first letter and no full stop
     */
    public record TakenBack(Fix fix, String reason) {}

    /** How many findings are gone. */
    public int mended() {
        return found - remaining.size();
    }
}
