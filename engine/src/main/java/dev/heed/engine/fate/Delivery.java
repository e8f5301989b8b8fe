package dev.heed.engine.fate;

import dev.heed.engine.ir.Op;
import dev.heed.engine.model.Signal;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
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
 */
public record Delivery(
        String type,
        Signal signal,
        boolean proved,
        Span span,
        String by,
        Op.@Nullable Call call,
        SourceFile originFile,
        Span origin) {}
