/** What rewritten code calls: stands alone, since every loader of rewritten classes has its own copy of it. */
@NullMarked
package dev.heed.verify.probe;

import org.jspecify.annotations.NullMarked;
