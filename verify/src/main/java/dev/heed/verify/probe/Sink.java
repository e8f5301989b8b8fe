package dev.heed.verify.probe;

import org.jspecify.annotations.Nullable;

/**
 * Who listens to the probes of one run. Every method is called on the thread that runs the code; {@code site} is the number that the
 * rewriter gave to the place.
 */
public interface Sink {
    /** A call that may deliver a cancellation is about to be made; throws to deliver one in its place. */
    void point(@Nullable Object receiver, int site) throws Throwable;

    /** The call has returned normally; throws to deliver a cancellation now. */
    void passed(int site) throws InterruptedException;

    /** A handler begins; throws to end the run. */
    void handler(@Nullable Throwable caught, int site);

    /** A lock or so many permits were taken. */
    void took(@Nullable Object lock, int amount, int site);

    /** A lock or so many permits were given back. */
    void freed(@Nullable Object lock, int amount, int site);

    /** A resource has been made, or was handed out by {@code parent}, whose end is its end too. */
    void opened(@Nullable Object resource, @Nullable Object parent, int site);

    /** A resource has been given to a wrapper that closes it when it is closed itself. */
    void wrapped(@Nullable Object wrapper, @Nullable Object inner);

    /** A resource is about to be closed. */
    void closing(@Nullable Object resource, int site);

    /** Something is about to be logged or printed: an argument of the call, or all those that it takes as an array. */
    void logged(@Nullable Object text, int site);

    /** A loop goes round; throws to end the run. */
    void loop(int site);

    /** The status of a thread is about to be set. */
    void interrupting(@Nullable Object thread, int site);

    /** An exception is handed to somebody else, who may act on it. */
    void handed(@Nullable Object failure, int site);

    /** A thread is about to be started. */
    void starting(@Nullable Object thread, int site);

    /** The program is about to end the JVM; throws to end the run instead. */
    void exiting(int site);

    /** The program knows that these are done: a future, or a collection of futures. */
    void done(@Nullable Object futures);

    /** One future has been made of several. */
    void combined(@Nullable Object whole, @Nullable Object @Nullable [] parts);

    /** How long the call that is about to be made may wait in place of so long. */
    long limit(long time);

    /** How long to sleep in place of so long. */
    long sleep(long time, boolean isMillis);
}
