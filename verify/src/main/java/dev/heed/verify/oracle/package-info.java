/** What must hold after a cancellation, judged against the run that nobody disturbed. */
@NullMarked
package dev.heed.verify.oracle;

import org.jspecify.annotations.NullMarked;
