package org.apache.curator.framework.recipes.barriers;

/** The shape of Curator's barrier. */
public class DistributedBarrier {
    public synchronized void waitOnBarrier() throws Exception {
        wait();
    }
}
