package dev.heed.rules.reraise;

import dev.heed.engine.fate.Event;
import dev.heed.engine.fate.Fate;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.Outcome;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.source.Span;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Restored, and then not heeded: the same wait is begun again where nothing can interrupt it, or the function returns as if it
 * had what it was to wait for.
 *
 * @param outcome the path
 * @param place the call that sets the status
 * @param message what is wrong
 */
record DeafReturn(Outcome outcome, Span place, String message) {
    /** Names by the contract of which a method returns only when it has taken what it is named after. */
    private static final Set<String> TAKES = Set.of("lock", "acquire");

    static Optional<DeafReturn> of(FunctionFates function, SignalFates signal) {
        if (signal.start() != SignalFates.Start.HANDLER) {
            return Optional.empty();
        }
        for (Outcome outcome : signal.outcomes()) {
            if (outcome.fate() != Fate.RESTORED || !outcome.restored() || outcome.looped()) {
                continue;
            }
            String message = message(function, signal, outcome);
            if (message != null) {
                Span place = outcome.events().stream()
                        .filter(event -> event.kind() == Event.Kind.RESTORED)
                        .map(Event::span)
                        .findFirst()
                        .orElse(signal.place());
                return Optional.of(new DeafReturn(outcome, place, message));
            }
        }
        return Optional.empty();
    }

    private static @Nullable String message(FunctionFates function, SignalFates signal, Outcome outcome) {
        Op.Call awaited = signal.deliveries().get(0).call();
        Op.Call again = waitsAgain(function, outcome, awaited);
        String name = function.function().displayName();
        if (again != null && awaited != null && !isEnded(function, signal, awaited)) {
            return "The interrupt ended '" + awaited.callee().name() + "', and '"
                    + again.callee().name() + "' waits for the same thing again, where no interrupt reaches it: '"
                    + name + "' hangs on although it was asked to stop.";
        }
        if (awaited != null && outcome.has(Event.Kind.RETURNED) && takes(function.function(), awaited)) {
            return "'" + name
                    + "' returns after an interrupt as if it had been successful: its caller goes on without the "
                    + (function.function().ref().name().equals("lock") ? "lock" : "permit")
                    + ", and releases later what it never had.";
        }
        return null;
    }

    /** A wait that does not react to interrupts, for what the interrupted call waited for; else null. */
    private static Op.@Nullable Call waitsAgain(FunctionFates function, Outcome outcome, Op.@Nullable Call awaited) {
        Object what = awaited == null ? null : named(function, awaited.receiver());
        if (what == null) {
            return null;
        }
        for (Event event : outcome.events()) {
            if (event.kind() == Event.Kind.WAITED
                    && event.op() instanceof Op.Call call
                    && what.equals(named(function, call.receiver()))) {
                return call;
            }
        }
        return null;
    }

    /** Whether the handler itself ends what is waited for: it calls anything else on it. */
    private static boolean isEnded(FunctionFates function, SignalFates signal, Op.Call awaited) {
        Handler.CatchText text =
                signal.clause() == null ? null : signal.clause().text();
        Object what = named(function, awaited.receiver());
        if (text == null || what == null) {
            return true;
        }
        for (Block block : function.function().blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call
                        && text.body().contains(call.span())
                        && what.equals(named(function, call.receiver()))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static @Nullable Object named(FunctionFates function, @Nullable Operand operand) {
        if (operand == null) {
            return null;
        }
        return function.definitions().single(operand) instanceof Op.FieldRead read
                ? read.field()
                : operand.variableOrNull();
    }

    /** {@code void lock()}, whose only way to fail is an exception, and which has the same taken by another call. */
    private static boolean takes(Function function, Op.Call awaited) {
        String name = function.ref().name();
        String called = awaited.callee().name();
        return TAKES.contains(name)
                && function.returnType().equals("void")
                && !function.declaredThrows().contains("java.lang.InterruptedException")
                && (called.startsWith(name) || called.startsWith("lock") || called.startsWith("acquire"));
    }
}
