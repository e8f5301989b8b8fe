/**
 * What a user names, turned into source files and a class path.
 */
@NullMarked
package dev.heed.input;

import org.jspecify.annotations.NullMarked;
