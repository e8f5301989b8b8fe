package dev.heed.engine.facts;

import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;

/** A call and the function that it stands in. */
public record CallSite(Function caller, Op.Call call) {}
