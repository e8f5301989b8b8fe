package dev.heed.verify;

import dev.heed.verify.run.RunRecord;
import java.util.List;

/**
 * The run that nobody disturbed.
 *
 * @param record what happened in it
 * @param ending how it ended, in words
 * @param problem why nothing can be explored; empty if it can
 * @param goals the runs to make
 */
public record Baseline(RunRecord record, String ending, String problem, List<Goal> goals) {
    public Baseline {
        goals = List.copyOf(goals);
    }
}
