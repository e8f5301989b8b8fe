/** Calls methods that nobody wrote a scenario for: makes a receiver and arguments, and says where it could not. */
@NullMarked
package dev.heed.verify.drive;

import org.jspecify.annotations.NullMarked;
