package dev.heed.engine.summary;

import dev.heed.engine.model.Signal;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;

/**
 * A signal that may leave a function as an exception.
 *
 * @param type binary name of the exception
 * @param proved whether every fact behind it is resolved or modelled
 * @param file where it is delivered first, or where the contract is declared
 * @param span the call or throw that delivers it
 * @param by the name of what is called there
 */
public record Escape(String type, Signal signal, boolean proved, SourceFile file, Span span, String by) {}
