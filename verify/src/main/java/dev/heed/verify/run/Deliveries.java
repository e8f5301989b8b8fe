package dev.heed.verify.run;

import dev.heed.verify.drive.stub.Stubs;
import dev.heed.verify.point.CallModel;
import dev.heed.verify.point.Delivery;
import dev.heed.verify.point.Site;
import dev.heed.verify.point.Sites;
import java.io.InterruptedIOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Delivers a cancellation to the calling thread, as the call that it is about to make would if it had been blocked. */
final class Deliveries {
    private static final String OWN_FRAMES = "dev.heed.verify.";

    private final Sites sites;

    Deliveries(Sites sites) {
        this.sites = sites;
    }

    /** Whether a cancellation may arrive here, now that it is known who is called. */
    boolean isPoint(Site site, @Nullable Object receiver) {
        if (site.deliveries().contains(Delivery.IO)) {
            return isPiped(receiver) || site.deliveries().contains(Delivery.FAIL);
        }
        return switch (site.kind()) {
            case STUB_POINT -> receiver != null && Stubs.isStub(receiver);
            case OPEN_POINT -> receiver != null && !sites.isRewritten(receiver.getClass());
            default -> true;
        };
    }

    private static boolean isPiped(@Nullable Object receiver) {
        return receiver instanceof PipedInputStream
                || receiver instanceof PipedOutputStream
                || receiver instanceof PipedReader
                || receiver instanceof PipedWriter;
    }

    /** Delivers; false if there is nothing that could be cancelled. */
    boolean deliver(Delivery delivery, @Nullable Object receiver, int number, ThreadLog log) throws Throwable {
        if (delivery == Delivery.CANCEL_AWAITED && !(receiver instanceof Future<?> future && cancel(future))) {
            return false;
        }
        if (delivery == Delivery.IO && !isPiped(receiver)) {
            return false;
        }
        StackTraceElement[] stack = withoutProbes(Thread.currentThread().getStackTrace());
        log.delivered(number, delivery.signal(), Arrays.asList(stack));
        switch (delivery) {
            case THROW -> {
                // A blocked wait clears the status as it throws.
                Thread.interrupted();
                throw as(new InterruptedException(message(sites.get(number))), stack);
            }
            case IO -> {
                Thread.interrupted();
                throw as(new InterruptedIOException(), stack);
            }
            case STATUS, STATUS_THEN_THROW -> Thread.currentThread().interrupt();
            case CANCEL_AWAITED -> {
                // The call finds its future cancelled.
            }
            case LATE -> {
                if (sites.get(number).failures().contains(CallModel.TIMEOUT)) {
                    throw as(log.failure(new TimeoutException()), stack);
                }
                log.late();
            }
            case FAIL -> {
                Throwable failure = failure(sites.get(number));
                if (failure == null) {
                    return false;
                }
                throw as(log.failure(failure), stack);
            }
        }
        return true;
    }

    /** One of those that the call declares; null if none can be made. */
    private static @Nullable Throwable failure(Site site) {
        ClassLoader loader = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.<Class<?>>map(StackWalker.StackFrame::getDeclaringClass)
                        .filter(type -> type.getName().equals(site.className()))
                        .findFirst())
                .map(Class::getClassLoader)
                .orElse(null);
        return site.failures().stream()
                .filter(type -> !type.equals(CallModel.TIMEOUT))
                .map(type -> MadeUpFailures.of(type, loader))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /** The call has returned although the status was set when it began: throws what it would have thrown had it waited. */
    void deliverLate(int number) throws InterruptedException {
        if (Thread.interrupted()) {
            throw as(
                    new InterruptedException(message(sites.get(number))),
                    withoutProbes(Thread.currentThread().getStackTrace()));
        }
    }

    private static boolean cancel(Future<?> future) {
        return future.cancel(true) || future.isCancelled();
    }

    /** What the JDK says there: nothing, but for sleep. */
    private static @Nullable String message(Site site) {
        return site.what().equals("Thread.sleep") || site.what().equals("TimeUnit.sleep") ? "sleep interrupted" : null;
    }

    private static <T extends Throwable> T as(T thrown, StackTraceElement[] stack) {
        thrown.setStackTrace(stack);
        return thrown;
    }

    /** As if the call itself had thrown. */
    private static StackTraceElement[] withoutProbes(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .dropWhile(frame -> frame.getClassName().equals(Thread.class.getName()) || isProbe(frame))
                .toArray(StackTraceElement[]::new);
    }

    private static boolean isProbe(StackTraceElement frame) {
        return frame.getClassName().startsWith(OWN_FRAMES + "run.")
                || frame.getClassName().startsWith(OWN_FRAMES + "probe.");
    }
}
