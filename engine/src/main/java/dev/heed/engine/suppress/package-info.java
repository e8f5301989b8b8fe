/** What sources say about which findings are not to be shown. */
@NullMarked
package dev.heed.engine.suppress;

import org.jspecify.annotations.NullMarked;
