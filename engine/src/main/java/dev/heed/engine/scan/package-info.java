/**
 * A scan: sources in, findings and notifications out.
 */
@NullMarked
package dev.heed.engine.scan;

import org.jspecify.annotations.NullMarked;
