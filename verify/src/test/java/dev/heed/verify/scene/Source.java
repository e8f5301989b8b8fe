package dev.heed.verify.scene;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** Something that can be cancelled, as a future and as a subscription. */
public final class Source extends CompletableFuture<String> implements Flow.Subscription {
    @Override
    public void request(long n) {}

    @Override
    public void cancel() {
        cancel(true);
    }

    /** Claims that this cancels it, whatever else comes out of it. */
    public Verdict isCancelledBy(Runnable cancel, String otherwise) {
        try {
            cancel.run();
        } catch (CallbackFailedException expected) {
            // It may come out, or not.
        }
        return Verdict.holdsIf(isCancelled(), otherwise);
    }

    /** A callback that throws. */
    public static <T> T fail() {
        throw new CallbackFailedException();
    }

    /** What it throws. */
    public static final class CallbackFailedException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
