/** Cancels a task after every step of the loop, one run each, and tells where that goes wrong. */
@NullMarked
package dev.heed.runtime.explore;

import org.jspecify.annotations.NullMarked;
