package dev.heed.verify.oracle;

import dev.heed.verify.witness.Property;

/**
 * A property that does not hold.
 *
 * @param property which
 * @param message what happened, in one sentence
 * @param lost what was lost
 */
public record Finding(Property property, String message, String lost) {}
