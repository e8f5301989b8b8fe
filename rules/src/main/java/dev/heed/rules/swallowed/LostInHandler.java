package dev.heed.rules.swallowed;

import dev.heed.engine.fate.FalseEnds;
import dev.heed.engine.fate.Fate;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.Outcome;
import dev.heed.engine.fate.Retries;
import dev.heed.engine.fate.Retries.Retry;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.fate.Types;
import dev.heed.engine.model.Signal;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.rules.support.Handlers;
import dev.heed.rules.support.PathSteps;
import dev.heed.rules.support.RestoreFix;
import dev.heed.rules.support.ThrowOnFix;
import java.util.List;
import java.util.Optional;

/** The finding for a signal that a handler loses, whether the handler names it or not. */
final class LostInHandler {
    private LostInHandler() {}

    /** The path on which a handler loses a signal, if there is one and no other rule says it better. */
    static Optional<Outcome> lost(FunctionFates function, SignalFates signal) {
        return Handlers.worst(signal, Fate.LOST)
                .filter(lost -> Handlers.interruptsOther(function, signal).isEmpty())
                .filter(lost -> FalseEnds.of(function, signal).isEmpty());
    }

    /** The loop in which a lost signal is followed by another attempt at what was cancelled. */
    static Optional<Retry> retry(FunctionFates function, SignalFates signal, Outcome lost) {
        return lost.looped() ? Retries.around(function, signal) : Optional.empty();
    }

    static Finding finding(String rule, FunctionFates function, SignalFates signal, Outcome lost) {
        String name = function.function().displayName();
        return new Finding(
                rule,
                Level.WARNING,
                Handlers.confidence(signal),
                function.function().file(),
                signal.place(),
                name,
                message(name, signal, lost),
                PathSteps.of(function, signal, lost),
                List.of(),
                remedy(function, signal, lost),
                signal.signal() == Signal.INTERRUPT
                        ? RestoreFix.of(function, signal)
                        : ThrowOnFix.of(function, signal, lost));
    }

    private static String message(String name, SignalFates signal, Outcome lost) {
        String word = signal.signal().word();
        String what = signal.named()
                ? "The " + word + " caught here is "
                : "This handler also takes the " + word + " that '"
                        + signal.deliveries().get(0).by() + "' delivers, and it is ";
        String how = Handlers.onlyLogged(lost) ? "logged and lost; " : "lost; ";
        String who = lost.looped()
                ? "'" + name + "' goes on with its loop, and whoever asked it to stop waits"
                : "'" + name + "' returns as if nothing had happened, and its callers never learn of it";
        return what + how + who + Handlers.assumption(signal) + ".";
    }

    private static String remedy(FunctionFates function, SignalFates signal, Outcome lost) {
        if (signal.signal() == Signal.CANCEL) {
            return "Clean up, and throw it on: the cancel ends the task only when it leaves it.";
        } else if (signal.signal() == Signal.WAKEUP) {
            return "Leave the loop, or have it ask a flag that is written before the thread is woken.";
        }
        if (lost.looped()) {
            return "Leave the loop when the interrupt comes, and set the status again behind it: restored inside the loop, "
                    + "the next wait would throw at once. Where the wait must go on, remember the interrupt in a local and"
                    + " restore it in a finally.";
        }
        boolean declared = function.function().declaredThrows().contains(signal.type());
        if (declared && signal.named()) {
            return "'" + function.function().displayName() + "' declares '" + Types.simpleName(signal.type())
                    + "': let it through.";
        }
        return "Declare the exception and let it through where the signature allows; else call"
                + " Thread.currentThread().interrupt() before leaving, so that callers can see it.";
    }
}
