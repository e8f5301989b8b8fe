package dev.heed.execution;

import dev.heed.verify.code.Claim;

/**
 * A finding as a SARIF log has it.
 *
 * @param run which run of the log it is in, from 0
 * @param result which result of that run it is, from 0
 * @param rule the rule's name
 * @param level {@code error}, {@code warning} or {@code note}
 * @param message one sentence
 * @param path the source, as reports show it
 * @param line where it starts, from 1
 * @param column where it starts, from 1
 * @param fingerprint Heed's own; empty if there is none
 * @param claim what it says, as far as it can be run
 */
public record Flagged(
        int run,
        int result,
        String rule,
        String level,
        String message,
        String path,
        int line,
        int column,
        String fingerprint,
        Claim claim) {
    /** Such as {@code src/Pool.java:12:5}. */
    public String place() {
        return path + ":" + line + ":" + column;
    }
}
