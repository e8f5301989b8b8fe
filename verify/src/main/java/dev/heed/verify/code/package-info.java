/** Finds the class files, methods and callers that belong to a place in a source. Loads no class. */
@NullMarked
package dev.heed.verify.code;

import org.jspecify.annotations.NullMarked;
