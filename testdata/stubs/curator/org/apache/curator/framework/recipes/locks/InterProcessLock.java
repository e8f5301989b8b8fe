package org.apache.curator.framework.recipes.locks;

import java.util.concurrent.TimeUnit;

/** The shape of Curator's lock. */
public interface InterProcessLock {
    void acquire() throws Exception;

    boolean acquire(long time, TimeUnit unit) throws Exception;

    void release() throws Exception;
}
