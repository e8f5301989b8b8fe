package dev.heed;

import dev.heed.engine.rule.Finding;
import java.util.List;

/**
 * Comments that suppress findings. Nothing has been written.
 *
 * @param files what is to become of the files, by path
 * @param ignored the findings that the comments are about
 * @param left those for which there is no comment: it has no place, or could not be about them
 */
public record IgnoreOutcome(List<FixOutcome.Fixed> files, List<Finding> ignored, List<Finding> left) {
    public IgnoreOutcome {
        files = List.copyOf(files);
        ignored = List.copyOf(ignored);
        left = List.copyOf(left);
    }
}
