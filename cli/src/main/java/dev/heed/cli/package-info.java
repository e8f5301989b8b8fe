/**
 * The {@code heed} command: options, what it prints, exit codes.
 */
@NullMarked
package dev.heed.cli;

import org.jspecify.annotations.NullMarked;
