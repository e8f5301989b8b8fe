/** Has questions answered in other JVMs: what the code under them does there, to the heap, the output or the JVM, ends with them. */
@NullMarked
package dev.heed.verify.fork;

import org.jspecify.annotations.NullMarked;
