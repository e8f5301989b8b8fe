/** Locks and queues between tasks, with asyncio's behaviour: a cancelled waiter loses no permit and no item. */
@NullMarked
package dev.heed.runtime.sync;

import org.jspecify.annotations.NullMarked;
