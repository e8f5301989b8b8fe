/**
 * Findings as text, concise lines, JSON and SARIF.
 */
@NullMarked
package dev.heed.report;

import org.jspecify.annotations.NullMarked;
