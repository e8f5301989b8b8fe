/**
 * Facts that follow from the IR alone: definitions, loops, exception edges, who calls, runs, and writes what.
 */
@NullMarked
package dev.heed.engine.facts;

import org.jspecify.annotations.NullMarked;
