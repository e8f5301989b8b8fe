/** One run of a scenario: who passed which points, what was taken and freed, and how it ended. */
@NullMarked
package dev.heed.verify.run;

import org.jspecify.annotations.NullMarked;
