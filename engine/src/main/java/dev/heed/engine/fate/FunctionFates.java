package dev.heed.engine.fate;

import dev.heed.engine.ir.Function;

/** A function with the fates of the signals that are delivered in it: what a rule sees. */
public interface FunctionFates {

    Function function();
}
