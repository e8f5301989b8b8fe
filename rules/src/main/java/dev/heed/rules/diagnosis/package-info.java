/** Rules for signals for which somebody else gets the blame. */
@NullMarked
package dev.heed.rules.diagnosis;

import org.jspecify.annotations.NullMarked;
