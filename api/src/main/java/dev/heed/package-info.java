/**
 * The one way in: {@link dev.heed.Heed} runs a {@link dev.heed.ScanRequest} and tells a {@link dev.heed.ScanOutcome}. The
 * command line, the Maven plugin and whoever embeds Heed go through it.
 */
@NullMarked
package dev.heed;

import org.jspecify.annotations.NullMarked;
