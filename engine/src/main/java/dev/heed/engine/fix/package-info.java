/**
 * Applies the fixes of findings to sources in memory, and keeps what a new scan finds good.
 */
@NullMarked
package dev.heed.engine.fix;

import org.jspecify.annotations.NullMarked;
