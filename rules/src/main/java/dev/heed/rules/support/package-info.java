/** What several rules need to tell a path and to edit a source. */
@NullMarked
package dev.heed.rules.support;

import org.jspecify.annotations.NullMarked;
