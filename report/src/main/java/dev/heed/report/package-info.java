/**
 * Findings in the formats that people, build servers and code scanning services read.
 */
@NullMarked
package dev.heed.report;

import org.jspecify.annotations.NullMarked;
