package dev.heed.engine.model;

import dev.heed.engine.model.TypeModel.StatusWhenThrown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a library method does to a cancellation, beyond what its signature says. A method that declares
 * {@code InterruptedException} needs no model to deliver it.
 *
 * @param delivers signal types that it may throw beyond its declared exceptions
 * @param delivery when a declared signal is not really delivered (deprecated leftovers in a {@code throws} clause), NEVER
 * @param statusWhenThrown the thread's interrupt status after it threw a signal, where that is not what the signal's type says;
 *     null if it is
 * @param onInterrupt what it does when the thread's status is set as it is called
 * @param blocks whether it may wait for something that another thread or machine does
 * @param status what it does to the interrupt status of the current thread ({@code Thread.interrupt()} only counts as
 *     RESTORES when its receiver is the current thread)
 * @param acquires what it takes that must be given back
 * @param releases what it gives back
 * @param log set if it writes a log
 * @param completion whether it returns at all
 * @param spawns set if it makes something run elsewhere
 * @param await set if it waits for the end of a task, thread, or process
 * @param cancel set if it asks a task or thread to stop
 * @param transfers arguments that it hands to a promise, future, or supervisor that will act on them
 * @param offers arguments that it hands to a promise, which takes them only if it is not completed or cancelled yet; the
 *     result tells
 * @param runsInline arguments (functions) that it calls before it returns, in the calling thread
 * @param runsOnCancel for hooks: whether the function given runs when the work is cancelled; null if that is no question
 */
public record MethodModel(
        List<String> delivers,
        Delivery delivery,
        @Nullable StatusWhenThrown statusWhenThrown,
        OnInterrupt onInterrupt,
        Blocks blocks,
        StatusEffect status,
        @Nullable ResourceEffect acquires,
        @Nullable ResourceEffect releases,
        @Nullable LogEffect log,
        Completion completion,
        @Nullable SpawnEffect spawns,
        @Nullable AwaitEffect await,
        @Nullable CancelEffect cancel,
        List<Integer> transfers,
        List<Integer> offers,
        List<Integer> runsInline,
        @Nullable Boolean runsOnCancel) {

    /** A model that says nothing. */
    public static final MethodModel NONE = new MethodModel(
            List.of(),
            Delivery.AS_DECLARED,
            null,
            OnInterrupt.UNSPECIFIED,
            Blocks.UNSPECIFIED,
            StatusEffect.NONE,
            null,
            null,
            null,
            Completion.RETURNS,
            null,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            null);

    public MethodModel {
        delivers = List.copyOf(delivers);
        transfers = List.copyOf(transfers);
        offers = List.copyOf(offers);
        runsInline = List.copyOf(runsInline);
    }

    MethodModel withOnInterrupt(OnInterrupt reaction) {
        return new MethodModel(
                delivers,
                delivery,
                statusWhenThrown,
                reaction,
                blocks,
                status,
                acquires,
                releases,
                log,
                completion,
                spawns,
                await,
                cancel,
                transfers,
                offers,
                runsInline,
                runsOnCancel);
    }

    /** Whether the signature's signals are real. */
    public enum Delivery {
        AS_DECLARED,
        NEVER
    }

    /** The reaction of a call that is reached with the interrupt status set. */
    public enum OnInterrupt {
        /** As the signature says: throws if it declares an interrupt, else ignores. */
        UNSPECIFIED,
        IGNORES,
        /** Throws at once, whether or not it would have had to wait. */
        THROWS,
        /** Throws only if it has to wait ({@code Future.get} of a finished future does not). */
        THROWS_IF_WAITING,
        /** Returns at once without doing its work ({@code LockSupport.park}). */
        RETURNS
    }

    /** Whether a call may wait. */
    public enum Blocks {
        UNSPECIFIED,
        NO,
        YES
    }

    /** Effects on the current thread's interrupt status. */
    public enum StatusEffect {
        NONE,
        POLLS,
        POLLS_AND_CLEARS,
        RESTORES
    }

    /** Whether a call comes back. */
    public enum Completion {
        RETURNS,
        ALWAYS_THROWS,
        /** Ends the process. */
        EXITS
    }

    /**
     * Takes or gives back something.
     *
     * @param resource {@code lock}, {@code permit}, {@code counter}, {@code closeable}, or {@code loan} (an object that
     *     goes back to where it came from)
     * @param place what holds it
     * @param onlyIfTrue whether it happened only if the call returned true ({@code tryLock})
     */
    public record ResourceEffect(String resource, Place place, boolean onlyIfTrue) {}

    /**
     * Writes a log.
     *
     * @param level {@code trace debug info warn error}, or {@code argument} where an argument decides
     */
    public record LogEffect(String level) {}

    /**
     * Makes something run elsewhere.
     *
     * @param work the function, Runnable, Callable or Thread that will run; the receiver for {@code Thread.start}
     * @param where what runs it
     * @param handle what stands for the running work, or null if nothing does
     */
    public record SpawnEffect(
            Place work, Where where, @Nullable Place handle) {

        /** The index of the argument that will run, or -1 if it is the receiver. */
        public int argument() {
            return work.kind() == Place.Kind.ARGUMENT ? work.index() : -1;
        }

        /** What runs a spawned function. */
        public enum Where {
            /** A thread that the caller makes and owns. */
            THREAD,
            /** A pool: the thread outlives the work. */
            TASK,
            /** A pool, later or again and again. */
            SCHEDULE,
            /** A callback of some other party. */
            CALLBACK
        }
    }

    /**
     * Waits for an end.
     *
     * @param place what is awaited
     * @param bounded whether it gives up after a time
     */
    public record AwaitEffect(Place place, boolean bounded) {}

    /**
     * Asks something to stop.
     *
     * @param place what is asked to stop
     * @param interrupts whether the running work is told (an interrupt), not only the handle; where the call has a boolean
     *     argument ({@code Future.cancel}), whether the work is told if that argument is true
     */
    public record CancelEffect(Place place, boolean interrupts) {}
}
