/**
 * Artifacts from Maven repositories, with the user's own settings.
 */
@NullMarked
package dev.heed.cli.maven;

import org.jspecify.annotations.NullMarked;
