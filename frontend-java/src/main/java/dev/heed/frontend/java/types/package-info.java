/**
 * Names and types of Java, resolved just enough.
 */
@NullMarked
package dev.heed.frontend.java.types;

import org.jspecify.annotations.NullMarked;
