/** What happened in a run, drawn: as text, as a Mermaid sequence diagram, as an SVG. */
@NullMarked
package dev.heed.runtime.trace;

import org.jspecify.annotations.NullMarked;
