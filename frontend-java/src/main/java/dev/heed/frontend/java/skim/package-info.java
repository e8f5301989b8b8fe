/**
 * A pass over the text in front of the parser: what a file declares, and where the bodies are, so that only those reach the
 * parser that somebody asks for.
 */
@NullMarked
package dev.heed.frontend.java.skim;

import org.jspecify.annotations.NullMarked;
