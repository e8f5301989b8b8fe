/**
 * Source files and places in them.
 */
@NullMarked
package dev.heed.engine.source;

import org.jspecify.annotations.NullMarked;
