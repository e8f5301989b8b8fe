/**
 * What the engine needs to know of types: names and who extends whom.
 */
@NullMarked
package dev.heed.engine.types;

import org.jspecify.annotations.NullMarked;
