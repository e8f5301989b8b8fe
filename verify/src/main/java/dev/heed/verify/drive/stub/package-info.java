/** What stubs run with probes, as if it belonged to the program. */
@NullMarked
package dev.heed.verify.drive.stub;

import org.jspecify.annotations.NullMarked;
