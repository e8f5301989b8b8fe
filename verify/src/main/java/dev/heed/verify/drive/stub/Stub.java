package dev.heed.verify.drive.stub;

/** The wait inside a stub whose method may throw anything: loaded with probes, so that a cancellation may arrive there. */
public final class Stub {
    private Stub() {}

    /** A point, and nothing else. */
    public static void waits() throws InterruptedException {
        Thread.sleep(0);
    }
}
