/** Which calls can deliver a cancellation, read from class files alone. */
@NullMarked
package dev.heed.verify.point;

import org.jspecify.annotations.NullMarked;
