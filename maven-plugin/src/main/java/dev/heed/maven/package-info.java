/**
 * The goals of the Maven plugin.
 */
@NullMarked
package dev.heed.maven;

import org.jspecify.annotations.NullMarked;
