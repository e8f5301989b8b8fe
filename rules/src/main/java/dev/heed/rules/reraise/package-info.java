/** Rules for signals that leave, but not as a cancellation, or are restored where that hurts. */
@NullMarked
package dev.heed.rules.reraise;

import org.jspecify.annotations.NullMarked;
