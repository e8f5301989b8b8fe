package dev.heed.engine.rule;

/** How much a finding matters; from least to most. */
public enum Level {
    NOTE,
    WARNING,
    ERROR;

    /** As written in messages, options and SARIF. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
