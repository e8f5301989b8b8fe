package dev.heed.runtime;

import java.util.concurrent.CancellationException;

/** As in the reference runtime: the own task is asked to end. */
public final class CancelledException extends CancellationException {
    CancelledException() {}
}
