package dev.heed.verify.code;

import java.util.List;

/**
 * What a finding says, as far as it can be run.
 *
 * @param rule the rule's name
 * @param lines where the finding is
 * @param function the method's name as the source has it, {@code lambda in start}; empty if it is not known
 * @param steps the path, from the delivery on
 */
public record Claim(String rule, Lines lines, String function, List<Lines> steps) {
    public Claim {
        steps = List.copyOf(steps);
    }

    /**
     * Lines of a source.
     *
     * @param path the source, with slashes; an entry of an archive stands behind {@code !/}
     * @param first the first line, from 1
     * @param last the last one
     */
    public record Lines(String path, int first, int last) {
        /** The source's own name, such as {@code Pool.java}. */
        public String fileName() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }
}
