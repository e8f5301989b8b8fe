package dev.heed.engine.fate;

import dev.heed.engine.facts.Definitions;
import dev.heed.engine.facts.Loops;
import dev.heed.engine.facts.ProgramFacts;
import dev.heed.engine.ir.Function;
import dev.heed.engine.summary.Summaries;

/** A function with what is derived from its IR; made when it is analyzed, and dropped after. */
final class FunctionContext {
    final Function function;
    final ProgramFacts facts;
    final Definitions definitions;
    final Loops loops;
    final CallSemantics calls;
    final ExceptionFlow flow;

    FunctionContext(Function function, ProgramFacts facts, Summaries summaries) {
        this.function = function;
        this.facts = facts;
        definitions = new Definitions(function);
        loops = new Loops(function);
        calls = new CallSemantics(function, facts, definitions, summaries);
        flow = new ExceptionFlow(function, facts, definitions, calls);
    }

    /** The same of a function whose fates are known. */
    FunctionContext(FunctionFates fates) {
        function = fates.function();
        facts = fates.facts();
        definitions = fates.definitions();
        loops = fates.loops();
        calls = fates.calls();
        flow = new ExceptionFlow(function, facts, definitions, calls);
    }
}
