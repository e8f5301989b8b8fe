package dev.heed.engine.ir;

import dev.heed.engine.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The handlers around a place, innermost first: a linked list of try statements. An exception thrown in a block goes to the
 * first clause that takes it, in the order of {@link #clauses}, then to those of {@link #outer}; past the last it leaves the
 * function.
 *
 * @param clauses in order of the text; a finally copy, which takes all, comes last
 * @param outer the handlers around that try statement, or null
 */
public record Handler(List<Clause> clauses, @Nullable Handler outer) {

    public Handler {
        clauses = List.copyOf(clauses);
    }

    /** What a clause stands for. */
    public enum Kind {
        CATCH,
        /** The copy of a finally block for exceptions: it rethrows at its end unless it jumps out. */
        FINALLY,
        /** Releases the monitor of a synchronized statement or method, and rethrows. */
        MONITOR,
        /** Closes the resource of a try-with-resources, and rethrows. */
        RESOURCE
    }

    /** One handler. Compared by identity. */
    public static final class Clause {
        private final Kind kind;
        private final List<String> types;
        private final TryStatement statement;
        private final @Nullable CatchText text;
        private @Nullable Block target;

        /**
         * @param types binary names of the types that it takes ({@code java.lang.Throwable} for all but {@link Kind#CATCH}), in
         *     order of the text
         * @param text where a catch clause stands; null for the other kinds
         */
        public Clause(Kind kind, List<String> types, TryStatement statement, @Nullable CatchText text) {
            this.kind = kind;
            this.types = List.copyOf(types);
            this.statement = statement;
            this.text = text;
        }

        public Kind kind() {
            return kind;
        }

        public List<String> types() {
            return types;
        }

        public TryStatement statement() {
            return statement;
        }

        public @Nullable CatchText text() {
            return text;
        }

        /** The block that begins with this clause's {@link Op.CatchEntry}. */
        public Block target() {
            if (target == null) {
                throw new IllegalStateException("clause without a block");
            }
            return target;
        }

        public void setTarget(Block target) {
            this.target = target;
        }
    }

    /**
     * Where a catch clause stands.
     *
     * @param clause from {@code catch} to the closing brace
     * @param parameter the parameter with its types
     * @param typeSpans the spans of its types, in order
     * @param parameterName as written
     * @param body from brace to brace
     */
    public record CatchText(Span clause, Span parameter, List<Span> typeSpans, String parameterName, Span body) {
        public CatchText {
            typeSpans = List.copyOf(typeSpans);
        }
    }

    /**
     * A try statement (or synchronized statement) as written; compared by identity.
     */
    public static final class TryStatement {
        private final Span span;
        private final Span body;
        private final @Nullable Span finallyBody;

        /**
         * @param span all of it
         * @param body the block after {@code try}, from brace to brace
         * @param finallyBody the block after {@code finally}, or null
         */
        public TryStatement(Span span, Span body, @Nullable Span finallyBody) {
            this.span = span;
            this.body = body;
            this.finallyBody = finallyBody;
        }

        public Span span() {
            return span;
        }

        public Span body() {
            return body;
        }

        public @Nullable Span finallyBody() {
            return finallyBody;
        }
    }
}
