package dev.heed.rules.reraise;

import dev.heed.engine.fate.Fate;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.Outcome;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.fate.Types;
import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.source.Language;
import dev.heed.rules.support.Handlers;
import dev.heed.rules.support.PathSteps;
import dev.heed.rules.support.RestoreFix;
import java.util.List;
import java.util.function.Consumer;

/** An interrupt is converted to another exception, and its status is not set again. */
@RuleInfo(
        name = "wrapped-without-restore",
        summary = "An interrupt becomes another exception, and its status is lost",
        family = Family.RERAISE,
        since = "0.1.0",
        cwe = {755, 392},
        languages = Language.JAVA)
public final class WrappedWithoutRestore implements Rule {

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        for (SignalFates signal : Handlers.interrupts(function)) {
            Handlers.worst(signal, Fate.CONVERTED)
                    .ifPresent(outcome -> findings.accept(finding(function, signal, outcome)));
        }
    }

    private static Finding finding(FunctionFates function, SignalFates signal, Outcome converted) {
        String name = function.function().displayName();
        String type = converted.thrownType();
        String thrown = type == null || type.equals("?") ? "another exception" : "'" + Types.simpleName(type) + "'";
        String message = "The interrupt leaves '" + name + "' as " + thrown
                + " without its status: callers take it for a failure, and go on"
                + Handlers.assumption(signal) + ".";
        return new Finding(
                "wrapped-without-restore",
                Level.WARNING,
                Handlers.confidence(signal),
                function.function().file(),
                signal.place(),
                name,
                message,
                PathSteps.of(function, signal, converted),
                List.of(),
                "Declare the interrupt and let it through where the signature allows; else call"
                        + " Thread.currentThread().interrupt() before throwing.",
                RestoreFix.of(function, signal));
    }
}
