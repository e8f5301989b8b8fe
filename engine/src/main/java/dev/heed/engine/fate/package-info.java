/**
 * Where a delivered cancellation goes: the fate analysis.
 */
@NullMarked
package dev.heed.engine.fate;

import org.jspecify.annotations.NullMarked;
