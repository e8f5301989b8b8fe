package dev.heed.engine.fate;

import dev.heed.engine.ir.Op;
import dev.heed.engine.model.Signal;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import dev.heed.engine.summary.Escape;
import org.jspecify.annotations.Nullable;

/**
 * A signal that arrives at a place of a function.
 *
 * @param type binary name of the exception that brings it
 * @param proved whether every fact behind it is resolved or modelled
 * @param span the call or throw in this function
 * @param by name of what is called; the exception's simple name for a throw
 * @param call the call, or null
 * @param originFile where it is delivered first, if that is inside a callee of the project; else this file
 * @param origin the place there
 * @param traits what else is known of the exception
 */
public record Delivery(
        String type,
        Signal signal,
        boolean proved,
        Span span,
        String by,
        Op.@Nullable Call call,
        SourceFile originFile,
        Span origin,
        Escape.Traits traits) {

    /** This signal and another of the same type that arrives at the same place, as one. */
    Delivery merge(Delivery other) {
        Delivery better = proved || !other.proved ? this : other;
        Escape.Traits both = traits.and(other.traits);
        return better.with(both);
    }

    Delivery with(Escape.Traits other) {
        return other.equals(traits)
                ? this
                : new Delivery(type, signal, proved, span, by, call, originFile, origin, other);
    }

    /** The same signal, where no more of its type is known than {@code narrower}. */
    Delivery as(String narrower) {
        return narrower.equals(type)
                ? this
                : new Delivery(narrower, signal, proved, span, by, call, originFile, origin, traits);
    }
}
