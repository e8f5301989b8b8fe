package dev.heed.engine.summary;

import dev.heed.engine.ir.Function;

/** The summaries of the project's functions. */
public interface Summaries {

    /** {@link Summary#NONE} for a function that has none yet. */
    Summary of(Function function);
}
