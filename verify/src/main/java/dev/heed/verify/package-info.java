/** Runs code with a cancellation delivered at each point where one may arrive, and says what was lost. */
@NullMarked
package dev.heed.verify;

import org.jspecify.annotations.NullMarked;
