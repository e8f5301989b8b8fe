package dev.heed.engine.ir;

import dev.heed.engine.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One operation of a {@link Block}. Only {@link Call} (and a terminator that throws) leaves by an exception edge. */
public sealed interface Op {

    Span span();

    /** How a call is written. */
    enum CallKind {
        METHOD,
        /** {@code new T(...)}; the result is the object. */
        NEW,
        /** {@code this(...)} or {@code super(...)}. */
        CONSTRUCTOR_CHAIN,
        /** {@code close()} at the end of a try-with-resources: nowhere in the text; the span is the resource's. */
        IMPLICIT_CLOSE,
        /** {@code addSuppressed} on the way out of a try-with-resources. */
        IMPLICIT_SUPPRESS
    }

    /**
     * A call.
     *
     * @param span the whole call expression
     * @param nameSpan the method's name, or the type's name after {@code new}
     * @param receiver null for constructors, static calls without a qualifier, and unqualified calls of outer scopes that are
     *     static; {@link Operand.This} for unqualified instance calls
     * @param captured what an anonymous class created here captures; else empty
     * @param result the variable that takes the value, or null where it is dropped or void
     * @param isStatement whether the call stands as a statement of its own: its value is dropped
     */
    record Call(
            Span span,
            Span nameSpan,
            CallKind kind,
            Callee callee,
            @Nullable Operand receiver,
            List<Operand> arguments,
            List<Operand> captured,
            @Nullable Variable result,
            boolean isStatement)
            implements Op {
        public Call {
            arguments = List.copyOf(arguments);
            captured = List.copyOf(captured);
        }
    }

    /** {@code target = value}. */
    record Assign(Span span, Variable target, Operand value) implements Op {}

    /**
     * {@code target = operator(operands)} without a call: {@code "concat"} for strings, {@code "cast"} (the target's type is
     * the cast's), {@code "array"} (creation), {@code "index"}, {@code "instanceof"}, or the operator as written. A condition
     * that only steers a branch is a {@link Test} instead.
     */
    record Compute(Span span, Variable target, String operator, List<Operand> operands) implements Op {
        public Compute {
            operands = List.copyOf(operands);
        }
    }

    /** {@code target = object.field}; the object is null for static fields. */
    record FieldRead(Span span, Variable target, @Nullable Operand object, FieldRef field) implements Op {}

    /** {@code object.field = value}; the object is null for static fields. */
    record FieldWrite(Span span, @Nullable Operand object, FieldRef field, Operand value) implements Op {}

    /** {@code array[index] = value}. */
    record ArrayWrite(Span span, Operand array, Operand value) implements Op {}

    /** First operation of a handler: the exception is in {@code variable}. The span is the catch parameter's. */
    record CatchEntry(Span span, Variable variable, Handler.Clause clause) implements Op {}

    record MonitorEnter(Span span, Operand monitor) implements Op {}

    record MonitorExit(Span span, Operand monitor) implements Op {}
}
