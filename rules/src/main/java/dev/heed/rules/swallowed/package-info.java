/** Rules for signals that are lost. */
@NullMarked
package dev.heed.rules.swallowed;

import org.jspecify.annotations.NullMarked;
