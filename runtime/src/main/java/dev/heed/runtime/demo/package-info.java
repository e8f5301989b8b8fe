/** The seed programs, re-enacted on the runtime. */
@NullMarked
package dev.heed.runtime.demo;

import org.jspecify.annotations.NullMarked;
