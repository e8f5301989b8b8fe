package dev.heed;

/** Is told how far a scan is. Each method may be called from any thread. */
public interface ScanProgress {

    /** Nobody wants to know. */
    ScanProgress NONE = new ScanProgress() {};

    /** Some of the sources have been read. */
    default void reading(int done, int total) {}

    /** All have been read, and are being looked at. */
    default void analyzing(int files) {}

    /** The scan has ended, well or not; the reports are about to be completed. */
    default void done() {}
}
