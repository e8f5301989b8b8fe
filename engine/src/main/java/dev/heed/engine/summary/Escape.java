package dev.heed.engine.summary;

import dev.heed.engine.model.Signal;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A signal that may leave a function as an exception.
 *
 * @param type binary name of the exception
 * @param proved whether every fact behind it is resolved or modelled
 * @param file where it is delivered first, or where the contract is declared
 * @param span the call or throw that delivers it
 * @param by the name of what is called there
 * @param traits what else is known of the exception
 */
public record Escape(String type, Signal signal, boolean proved, SourceFile file, Span span, String by, Traits traits) {

    /** What the thread's interrupt status is when an exception is thrown. From the weakest to the strongest. */
    public enum StatusThen {
        /** As always with this type of exception, by its model. */
        AS_USUAL,
        /** Something was called before that may have set it. */
        UNKNOWN,
        SET
    }

    /**
     * What is known of an exception beside its type.
     *
     * @param exact whether it is of just this type, and of no subtype: the code makes it with {@code new}
     * @param status the thread's interrupt status when it is thrown
     * @param relayed whether it is the cause of another exception, unwrapped: it comes from code that the function was given
     * @param guard what the function that it leaves must have been passed; null if it may come anyhow
     */
    public record Traits(
            boolean exact,
            StatusThen status,
            boolean relayed,
            @Nullable Guard guard) {
        /** Of an exception of which nothing else is known. */
        public static final Traits NONE = new Traits(false, StatusThen.AS_USUAL, false, null);

        /** The same with another status. */
        public Traits with(StatusThen other) {
            return new Traits(exact, other, relayed, guard);
        }

        /** The same with another guard. */
        public Traits with(@Nullable Guard other) {
            return Objects.equals(guard, other) ? this : new Traits(exact, status, relayed, other);
        }

        /** What holds of two exceptions of one type. */
        public Traits and(Traits other) {
            if (equals(other)) {
                return this;
            }
            StatusThen weaker = status.compareTo(other.status) < 0 ? status : other.status;
            return new Traits(
                    exact && other.exact,
                    weaker,
                    relayed && other.relayed,
                    Objects.equals(guard, other.guard) ? guard : null);
        }
    }
}
