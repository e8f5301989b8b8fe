/**
 * What a rule is and what it reports.
 */
@NullMarked
package dev.heed.engine.rule;

import org.jspecify.annotations.NullMarked;
