/**
 * Functions, types and sources made by hand, for the tests of the engine.
 */
@NullMarked
package dev.heed.engine.testing;

import org.jspecify.annotations.NullMarked;
