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
import dev.heed.engine.rule.Trigger;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.Span;
import dev.heed.rules.support.Handlers;
import dev.heed.rules.support.PathSteps;
import dev.heed.rules.support.Saying;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is logged or thrown for a cancel says timeout.
 *
 * <h2>What it does</h2>
 * <p>Reports a log message, or an exception by its type or text, that says "timeout" on a path on which the handler
 * may hold an interrupt or a cancellation.
 *
 * <h2>Why is this bad</h2>
 * <p>Who reads it looks for a slow server, raises the limit, or retries, while in truth a caller gave up or the
 * process was shutting down. Where one handler serves both, the log can no longer tell who gave up.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_timeout_thrown.java}
 *
 * <h2>Use instead</h2>
 * <p>{@code java/good_separate_handlers.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>the text also says that it was interrupted or cancelled
 *   <li>the path is taken for a timeout only: its own handler, or a test of the type
 *   <li>{@code instanceof CancellationException} and another test, of a clock or a flag, before the word is said
 *   <li>the timeout is told by the result of the wait, outside of a handler
 *   <li>{@code SocketTimeoutException}, which is a timeout although it is an {@code InterruptedIOException}
 *   <li>names of variables, methods and threads: only texts count
 * </ul>
 *
 * <h2>Fix safety</h2>
 * <p>None: the words are the author's.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.util.concurrent.Future#get(long,java.util.concurrent.TimeUnit) Future.get(long, TimeUnit)}: a
 *     timeout, an interrupt and a cancellation are three exceptions
 *   <li>{@link java.net.SocketTimeoutException}
 * </ul>
 */
@RuleInfo(
        name = "cancel-reported-as-timeout",
        summary = "What is logged or thrown for a cancel says timeout",
        family = Family.DIAGNOSIS,
        since = "0.1.0",
        cwe = {778, 392},
        languages = Language.JAVA,
        triggers = Trigger.HANDLER)
public final class CancelReportedAsTimeout implements Rule {

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        Set<Span> reported = new HashSet<>();
        List<SignalFates> signals = new ArrayList<>(Handlers.interrupts(function));
        function.signals().stream()
                .filter(signal -> signal.start() == SignalFates.Start.TESTED)
                .forEach(signals::add);
        for (SignalFates signal : signals) {
            for (List<Event> path : signal.said()) {
                Event last = path.get(path.size() - 1);
                if (last.op() instanceof Op.Call call && Saying.timeout(call, function) && reported.add(last.span())) {
                    findings.accept(finding(function, signal, path, call));
                }
            }
        }
    }

    private static Finding finding(FunctionFates function, SignalFates signal, List<Event> path, Op.Call call) {
        String name = function.function().displayName();
        String what = call.callee().isConstructor()
                ? "The exception made here says timeout"
                : "The message logged here says timeout";
        boolean tested = signal.start() == SignalFates.Start.TESTED;
        String message = tested
                ? what + ", but a '" + Types.simpleName(signal.type())
                        + "' says that somebody cancelled the task: whoever reads it looks for a slow peer"
                        + " (assuming that not only the clock cancels it)."
                : what + ", but the handler also takes the interrupt that '"
                        + signal.deliveries().get(0).by()
                        + "' delivers: whoever reads it looks for a slow peer, not for the one that"
                        + " cancelled '" + name + "'" + Handlers.assumption(signal) + ".";
        return new Finding(
                "cancel-reported-as-timeout",
                Level.WARNING,
                tested ? Finding.Confidence.LIKELY : Handlers.confidence(signal),
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
