package dev.heed.rules.swallowed;

import dev.heed.engine.fate.Fate;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.source.Language;
import dev.heed.rules.support.Handlers;
import java.util.function.Consumer;

/** A handler of a broad type takes an interrupt along with the failures that it is meant for, and loses it. */
@RuleInfo(
        name = "swallowed-by-broad-catch",
        summary = "A broad handler takes an interrupt for a failure and loses it",
        family = Family.SWALLOWED,
        since = "0.1.0",
        cwe = {396, 391},
        languages = Language.JAVA)
public final class SwallowedByBroadCatch implements Rule {

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        for (SignalFates signal : Handlers.interrupts(function)) {
            if (!signal.named()) {
                Handlers.worst(signal, Fate.LOST)
                        .ifPresent(lost -> findings.accept(
                                LostInHandler.finding("swallowed-by-broad-catch", function, signal, lost)));
            }
        }
    }
}
