package dev.heed.engine.types;

/** What is known of a statement. */
public enum Truth {
    YES,
    NO,
    UNKNOWN;

    public static Truth of(boolean known) {
        return known ? YES : NO;
    }

    public boolean isYes() {
        return this == YES;
    }

    public boolean isNo() {
        return this == NO;
    }

    /** YES stays NO's opposite; unknown stays unknown. */
    public Truth negate() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
