/** Puts probes into classes that somebody else loads. */
@NullMarked
package dev.heed.verify.agent;

import org.jspecify.annotations.NullMarked;
