package dev.heed.engine.rule;

import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;

/**
 * Replaces the text of a span.
 *
 * @param span empty for an insertion
 * @param replacement empty for a deletion
 */
public record TextEdit(SourceFile file, Span span, String replacement) {}
