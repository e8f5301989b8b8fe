/** JUnit tests that are run once for each point at which a cancellation may arrive. */
@NullMarked
package dev.heed.junit;

import org.jspecify.annotations.NullMarked;
