package dev.heed.engine.fate;

import dev.heed.engine.facts.Definitions;
import dev.heed.engine.facts.Loops;
import dev.heed.engine.facts.ProgramFacts;
import dev.heed.engine.ir.Function;
import java.util.List;

/**
 * A function with the fates of the signals that are delivered in it: what a rule sees.
 *
 * @param signals in the order of the text
 */
public record FunctionFates(
        Function function,
        List<SignalFates> signals,
        ProgramFacts facts,
        Definitions definitions,
        Loops loops,
        CallSemantics calls,
        boolean endsWork) {

    public FunctionFates {
        signals = List.copyOf(signals);
    }
}
