package dev.heed.runtime;

/** Is told what happens in a loop, in order, by whichever thread the loop runs on. Must not call the loop. */
@FunctionalInterface
public interface LoopListener {

    /** Something has happened. */
    void on(LoopEvent event);
}
