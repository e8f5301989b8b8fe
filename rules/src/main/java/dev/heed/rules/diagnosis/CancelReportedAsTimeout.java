package dev.heed.rules.diagnosis;

import dev.heed.engine.fate.Event;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.fate.Types;
import dev.heed.engine.ir.Op;
import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.Span;
import dev.heed.rules.support.Handlers;
import dev.heed.rules.support.PathSteps;
import dev.heed.rules.support.SpokenText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What is logged or thrown for a cancel says timeout. */
@RuleInfo(
        name = "cancel-reported-as-timeout",
        summary = "What is logged or thrown for a cancel says timeout",
        family = Family.DIAGNOSIS,
        since = "0.1.0",
        cwe = {778, 392},
        languages = Language.JAVA)
public final class CancelReportedAsTimeout implements Rule {
    private static final Pattern TIMEOUT =
            Pattern.compile("\\btime[- ]?outs?\\b|\\btimed[- ]?out\\b|\\bdeadline", Pattern.CASE_INSENSITIVE);
    private static final Pattern CANCEL =
            Pattern.compile("interrupt|cancel|abort|shut(ting)? ?down", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIMEOUT_TYPE = Pattern.compile("Timeout|TimedOut|DeadlineExceeded");

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        Set<Span> reported = new HashSet<>();
        for (SignalFates signal : Handlers.interrupts(function)) {
            for (List<Event> path : signal.said()) {
                Event last = path.get(path.size() - 1);
                if (last.op() instanceof Op.Call call && saysTimeout(call, function) && reported.add(last.span())) {
                    findings.accept(finding(function, signal, path, call));
                }
            }
        }
    }

    private static boolean saysTimeout(Op.Call call, FunctionFates function) {
        String text = SpokenText.of(call, function.definitions());
        String type =
                call.callee().isConstructor() ? Types.simpleName(call.callee().receiverType()) : "";
        // A text that names both tells who gave up, or at least that it is not known.
        return !CANCEL.matcher(text).find()
                && (TIMEOUT.matcher(text).find() || TIMEOUT_TYPE.matcher(type).find());
    }

    private static Finding finding(FunctionFates function, SignalFates signal, List<Event> path, Op.Call call) {
        String name = function.function().displayName();
        String what = call.callee().isConstructor()
                ? "The exception made here says timeout"
                : "The message logged here says timeout";
        String message = what + ", but the handler also takes the interrupt that '"
                + signal.deliveries().get(0).by()
                + "' delivers: whoever reads it looks for a slow peer, not for the one that"
                + " cancelled '" + name + "'" + Handlers.assumption(signal) + ".";
        return new Finding(
                "cancel-reported-as-timeout",
                Level.WARNING,
                Handlers.confidence(signal),
                function.function().file(),
                call.span(),
                name,
                message,
                PathSteps.of(function, signal, path),
                List.of(),
                "Say 'interrupted' or 'cancelled' for the interrupt, in a handler or branch of its own, with the exception as"
                        + " the cause; keep the word timeout for the clock.",
                List.of());
    }
}
