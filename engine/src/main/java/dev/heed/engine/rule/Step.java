package dev.heed.engine.rule;

import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;

/**
 * One step of the path on which a cancellation dies.
 *
 * @param message what happens here: one clause, small first letter, no full stop
 */
public record Step(SourceFile file, Span span, String message) {}
