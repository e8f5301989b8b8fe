/**
 * Rules about a cancel that never reaches the work.
 */
@NullMarked
package dev.heed.rules.propagation;

import org.jspecify.annotations.NullMarked;
