/**
 * What library methods and types do to a cancellation, read from model files.
 */
@NullMarked
package dev.heed.engine.model;

import org.jspecify.annotations.NullMarked;
