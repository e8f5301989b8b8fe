/** Answers questions about one place: can a cancellation that arrives there be lost, and in which run does one see it? */
@NullMarked
package dev.heed.verify.check;

import org.jspecify.annotations.NullMarked;
