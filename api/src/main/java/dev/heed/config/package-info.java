/** What {@code heed.toml} says. */
@NullMarked
package dev.heed.config;

import org.jspecify.annotations.NullMarked;
