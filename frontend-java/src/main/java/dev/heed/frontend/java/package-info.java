/**
 * The Java front end: sources to IR.
 */
@NullMarked
package dev.heed.frontend.java;

import org.jspecify.annotations.NullMarked;
