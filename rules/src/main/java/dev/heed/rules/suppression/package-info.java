/** Rules about suppressions themselves. */
@NullMarked
package dev.heed.rules.suppression;

import org.jspecify.annotations.NullMarked;
