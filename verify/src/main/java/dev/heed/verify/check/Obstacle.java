package dev.heed.verify.check;

import java.util.Locale;

/** Why nothing is known. */
public enum Obstacle {
    /** No property that a delivered cancellation could violate shows findings of this rule. */
    NOT_SHOWN_BY_RUNNING(false),
    /** There is no class file of the source. */
    NO_CLASSES(true),
    /** The class files were not compiled from this source. */
    OTHER_SOURCES(true),
    /** The class files do not say from which lines they were compiled. */
    NO_LINES(true),
    /** A class that the code needs is not on the class path. */
    MISSING_CLASS(true),
    /** A class cannot be loaded: it is damaged, or of a newer Java. */
    UNLOADABLE(true),
    /** No receiver or argument could be made for the methods that lead there. */
    NOT_DRIVEN(false),
    /** The methods that lead there were called, and did not come to the wait. */
    NOT_REACHED(false),
    /** The wait was reached only with calls left out, and nothing failed: what those calls do may matter. */
    LEFT_OUT(false),
    /** A static initializer fails, or does not end. */
    INITIALIZER(false),
    /** The code needs a native library. */
    NATIVE(false),
    /** The code ended the JVM. */
    EXITED(false),
    /** The code filled the heap. */
    HEAP(false),
    /** The code started more threads than it may. */
    THREADS(false),
    /** It took too long. */
    TIMED_OUT(false),
    /** The JVM broke down. */
    CRASHED(false);

    private final boolean isIncomplete;

    Obstacle(boolean isIncomplete) {
        this.isIncomplete = isIncomplete;
    }

    /** Whether the input is at fault, and the user can mend it. */
    public boolean isIncomplete() {
        return isIncomplete;
    }

    /** As reports for programs write it: {@code not-reached}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
