/** Words, as people write them. */
@NullMarked
package dev.heed.engine.text;

import org.jspecify.annotations.NullMarked;
