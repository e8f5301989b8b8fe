/**
 * Rules about cleanup that does not run, or is cut short, after a cancel.
 */
@NullMarked
package dev.heed.rules.cleanup;

import org.jspecify.annotations.NullMarked;
