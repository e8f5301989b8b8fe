/**
 * What a call does to a cancellation, computed bottom-up over the call graph.
 */
@NullMarked
package dev.heed.engine.summary;

import org.jspecify.annotations.NullMarked;
