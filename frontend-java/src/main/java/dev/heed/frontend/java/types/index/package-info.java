/**
 * Declarations out of class files, and the index of the platform's API that is made of them when Heed is built.
 */
@NullMarked
package dev.heed.frontend.java.types.index;

import org.jspecify.annotations.NullMarked;
