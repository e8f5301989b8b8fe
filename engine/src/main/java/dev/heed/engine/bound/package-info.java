/**
 * Bounds on what one file may cost.
 */
@NullMarked
package dev.heed.engine.bound;

import org.jspecify.annotations.NullMarked;
