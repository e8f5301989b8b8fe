/** What an exploration found, as plain immutable data that reports may print. */
@NullMarked
package dev.heed.verify.witness;

import org.jspecify.annotations.NullMarked;
