/**
 * What a result rests on, written down while it is computed: an edit makes void what rests on the edited file, and nothing else.
 */
@NullMarked
package dev.heed.engine.dependency;

import org.jspecify.annotations.NullMarked;
