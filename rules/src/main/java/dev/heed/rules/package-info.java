/**
 * Heed's rules: one class each, in the package of its family, and the catalog that knows them all.
 */
@NullMarked
package dev.heed.rules;

import org.jspecify.annotations.NullMarked;
