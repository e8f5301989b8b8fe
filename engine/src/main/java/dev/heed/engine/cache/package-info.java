/**
 * Results of earlier scans, replayed where nothing has changed.
 */
@NullMarked
package dev.heed.engine.cache;

import org.jspecify.annotations.NullMarked;
