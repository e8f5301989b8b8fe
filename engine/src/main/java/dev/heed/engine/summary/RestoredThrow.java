package dev.heed.engine.summary;

import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;

/**
 * An exception that is no signal, and that leaves a function with the interrupt status set: an interrupt was caught, and the
 * status set again.
 *
 * @param type binary name of the exception
 * @param file where the status is set, here or in a callee
 * @param restored the call that sets it
 */
public record RestoredThrow(String type, SourceFile file, Span restored) {}
