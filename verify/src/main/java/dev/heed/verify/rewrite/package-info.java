/** Puts probes into class files as they are loaded. */
@NullMarked
package dev.heed.verify.rewrite;

import org.jspecify.annotations.NullMarked;
