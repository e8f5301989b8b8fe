/**
 * JavaParser trees to the IR.
 */
@NullMarked
package dev.heed.frontend.java.lower;

import org.jspecify.annotations.NullMarked;
