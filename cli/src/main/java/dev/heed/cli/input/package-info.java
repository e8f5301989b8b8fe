/**
 * What a user names on the command line, turned into source files and a class path.
 */
@NullMarked
package dev.heed.cli.input;

import org.jspecify.annotations.NullMarked;
