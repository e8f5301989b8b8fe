package dev.heed.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Several promises as one: asyncio's {@code gather}. Cancelling it cancels the children; a child that fails lets it fail, and
 * the others go on.
 */
final class Gathering<T, R> extends Promise<List<R>> {
    private final List<? extends Promise<? extends T>> children;
    private final boolean keepsFailures;
    private final Function<Outcome<T>, R> result;
    private final int count;
    private int finished;
    private @Nullable Cancel requested;

    private Gathering(
            Scheduler scheduler,
            List<? extends Promise<? extends T>> children,
            boolean keepsFailures,
            Function<Outcome<T>, R> result) {
        super(scheduler, "gather");
        this.children = List.copyOf(children);
        this.keepsFailures = keepsFailures;
        this.result = result;
        Set<Promise<?>> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        distinct.addAll(children);
        this.count = distinct.size();
    }

    static <T, R> Promise<List<R>> of(
            Scheduler scheduler,
            List<? extends Promise<? extends T>> children,
            boolean keepsFailures,
            Function<Outcome<T>, R> result) {
        Gathering<T, R> gathering = new Gathering<>(scheduler, children, keepsFailures, result);
        if (children.isEmpty()) {
            gathering.succeed(new ArrayList<>());
            return gathering;
        }
        Set<Promise<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Promise<?> child : children) {
            if (seen.add(child)) {
                child.addCallback(done -> scheduler.soon(() -> gathering.childDone(done)));
            }
        }
        return gathering;
    }

    @Override
    boolean cancelWith(@Nullable String message, Cancel cancel) {
        if (isDone()) {
            return false;
        }
        boolean anyAccepted = false;
        for (Promise<?> child : children) {
            Cancel onward = child instanceof Task || child instanceof Gathering
                    ? cancel.via(new Cancel.Hop(toString(), null, child.toString(), scheduler.time()))
                    : cancel;
            anyAccepted |= child.cancelWith(message, scheduler.provenance().hasPlaces() ? onward : cancel);
        }
        if (anyAccepted) {
            requested = cancel;
        }
        return anyAccepted;
    }

    private void childDone(Promise<?> child) {
        finished++;
        if (isDone()) {
            child.markRetrieved();
            return;
        }
        if (!keepsFailures) {
            if (child.isCancelled()) {
                failWith(child.takeCancelled());
                return;
            }
            Throwable failure = child.failure();
            if (failure != null) {
                failWith(failure);
                return;
            }
        }
        if (finished == count) {
            complete();
        }
    }

    private void complete() {
        List<R> results = new ArrayList<>(children.size());
        for (Promise<? extends T> child : children) {
            results.add(result.apply(outcome(child)));
        }
        Cancel cancel = requested;
        if (cancel != null) {
            failWith(children.get(children.size() - 1).takeCancelled(cancel));
        } else {
            succeed(results);
        }
    }

    private static <T> Outcome<T> outcome(Promise<? extends T> child) {
        if (child.isCancelled()) {
            Cancel why = child.why;
            if (why == null) {
                throw new AssertionError("nobody has cancelled " + child);
            }
            return new Outcome<>(null, new CancelledException(child.cancelMessage, why));
        }
        Throwable failure = child.failure();
        return failure == null ? new Outcome<>(child.result(), null) : new Outcome<>(null, failure);
    }
}
