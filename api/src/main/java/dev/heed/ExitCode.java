package dev.heed;

/** How a run ended, as the shell sees it. */
public final class ExitCode {
    public static final int CLEAN = 0;
    public static final int FINDINGS = 1;
    /** Wrong usage or configuration, or Heed itself failed. */
    public static final int ERROR = 2;
    /** Some input could not be analyzed; findings are printed all the same. */
    public static final int INCOMPLETE = 3;
    /** Ended by Ctrl-C: 128 and the number of the signal. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
