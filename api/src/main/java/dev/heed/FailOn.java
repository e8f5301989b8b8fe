package dev.heed;

import dev.heed.engine.rule.Level;
import java.util.Locale;

/** The least level of a finding that fails a run. */
public enum FailOn {
    NOTE,
    WARNING,
    ERROR,
    NEVER;

    /** Whether a finding of this level does. */
    public boolean fails(Level level) {
        return switch (this) {
            case NOTE -> true;
            case WARNING -> level != Level.NOTE;
            case ERROR -> level == Level.ERROR;
            case NEVER -> false;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
