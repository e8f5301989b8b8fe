package dev.heed.cli;

/** How a run ended, as the shell sees it. */
final class ExitCode {
    static final int CLEAN = 0;
    static final int FINDINGS = 1;
    /** Wrong usage or configuration, or Heed itself failed. */
    static final int ERROR = 2;
    /** Some input could not be analyzed; findings are printed all the same. */
    static final int INCOMPLETE = 3;
    /** Ended by Ctrl-C: 128 and the number of the signal. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
