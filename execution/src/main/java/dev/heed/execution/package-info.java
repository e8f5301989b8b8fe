/** Findings that are checked by running the code: read from SARIF, written with their verdicts. */
@NullMarked
package dev.heed.execution;

import org.jspecify.annotations.NullMarked;
