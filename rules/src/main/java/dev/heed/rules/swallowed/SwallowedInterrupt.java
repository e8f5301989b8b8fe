package dev.heed.rules.swallowed;

import dev.heed.engine.fate.Fate;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Precision;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.source.Language;
import dev.heed.rules.support.Handlers;
import java.util.function.Consumer;

/** A handler that names the interrupt, and loses it on some path. */
@RuleInfo(
        name = "swallowed-interrupt",
        summary = "An interrupt is caught and lost",
        family = Family.SWALLOWED,
        precision = Precision.VERY_HIGH,
        since = "0.1.0",
        cwe = {391, 390},
        languages = Language.JAVA)
public final class SwallowedInterrupt implements Rule {

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        for (SignalFates signal : Handlers.interrupts(function)) {
            if (signal.named()) {
                Handlers.worst(signal, Fate.LOST)
                        .ifPresent(lost ->
                                findings.accept(LostInHandler.finding("swallowed-interrupt", function, signal, lost)));
            }
        }
    }
}
