/** What generated stubs call. */
@NullMarked
package dev.heed.verify.drive.stub;

import org.jspecify.annotations.NullMarked;
