package dev.heed.engine.rule;

/**
 * Why a finding is not shown.
 *
 * @param kind who said so
 * @param reason in the words of who wrote it; may be empty
 */
public record Suppression(Kind kind, String reason) {

    /** Who said that a finding is not to be shown. */
    public enum Kind {
        /** A comment or an annotation in the source. */
        IN_SOURCE,
        /** The baseline: it was there before. */
        BASELINE
    }
}
