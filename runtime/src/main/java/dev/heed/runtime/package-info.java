/**
 * The reference runtime: deterministic coroutines with the cancellation semantics of asyncio (edges) and trio (levels), and
 * with the provenance of every cancel. {@link dev.heed.runtime.Loop} is the door.
 */
@NullMarked
package dev.heed.runtime;

import org.jspecify.annotations.NullMarked;
