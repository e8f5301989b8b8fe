/**
 * Steps of the build that need code; not part of the jar.
 */
@NullMarked
package dev.heed.cli.build;

import org.jspecify.annotations.NullMarked;
