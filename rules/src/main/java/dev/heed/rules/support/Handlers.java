package dev.heed.rules.support;

import dev.heed.engine.fate.Event;
import dev.heed.engine.fate.Fate;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.Outcome;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.model.Signal;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Questions that the rules about handlers ask of a function. */
public final class Handlers {
    private Handlers() {}

    /**
     * The interrupts caught in a function, one for each handler: the one with the worst fate where several types arrive.
     * Handlers that clear the status by mistake are left out: that mistake has a rule of its own.
     */
    public static List<SignalFates> interrupts(FunctionFates function) {
        return caught(function, Signal.INTERRUPT);
    }

    /** The same for another kind of signal. */
    public static List<SignalFates> caught(FunctionFates function, Signal kind) {
        List<SignalFates> chosen = new ArrayList<>();
        for (SignalFates signal : function.signals()) {
            if (signal.start() != SignalFates.Start.HANDLER
                    || signal.signal() != kind
                    || clearsByMistake(function, signal)) {
                continue;
            }
            int same = -1;
            for (int i = 0; i < chosen.size(); i++) {
                if (Objects.equals(chosen.get(i).clause(), signal.clause())) {
                    same = i;
                }
            }
            if (same < 0) {
                chosen.add(signal);
            } else if (rank(signal) > rank(chosen.get(same))) {
                chosen.set(same, signal);
            }
        }
        return chosen;
    }

    private static int rank(SignalFates signal) {
        int fate = worst(signal).map(o -> badness(o.fate())).orElse(0);
        return fate * 2 + (signal.proved() ? 1 : 0);
    }

    private static int badness(Fate fate) {
        return switch (fate) {
            case LOST -> 4;
            case CONVERTED -> 3;
            case SPIN -> 2;
            case STALLED -> 1;
            default -> 0;
        };
    }

    /** The outcome to report: a lost signal before a converted one, and that before one restored where it hurts. */
    public static Optional<Outcome> worst(SignalFates signal) {
        Outcome worst = null;
        for (Outcome outcome : signal.outcomes()) {
            if (badness(outcome.fate()) > (worst == null ? 0 : badness(worst.fate()))) {
                worst = outcome;
            }
        }
        // Restored, and then cleared again: the clearing is the mistake.
        boolean undone = worst != null && worst.restored() && worst.has(Event.Kind.CLEARED);
        return undone ? Optional.empty() : Optional.ofNullable(worst);
    }

    /** The worst outcome, if it is of this fate. */
    public static Optional<Outcome> worst(SignalFates signal, Fate fate) {
        return worst(signal).filter(outcome -> outcome.fate() == fate);
    }

    /** The first place where a handler interrupts another thread, by calling {@code interrupt()} on it. */
    public static Optional<Span> interruptsOther(FunctionFates function, SignalFates signal) {
        Handler.Clause clause = signal.clause();
        Handler.CatchText text = clause == null ? null : clause.text();
        if (text == null) {
            return Optional.empty();
        }
        return function.function().blocks().stream()
                .flatMap(block -> block.ops().stream())
                .filter(op -> op instanceof Op.Call call
                        && text.body().contains(call.span())
                        && function.calls().interruptsOther(call))
                .map(Op::span)
                .min(Comparator.naturalOrder());
    }

    /** Whether the status is cleared, or only the thread looked up, in the handler, where it was to be set. */
    private static boolean clearsByMistake(FunctionFates function, SignalFates signal) {
        Handler.Clause clause = signal.clause();
        Handler.CatchText text = clause == null ? null : clause.text();
        if (text == null) {
            return false;
        }
        boolean cleared = function.signals().stream()
                .anyMatch(other -> other.start() == SignalFates.Start.CLEARED
                        && text.body().contains(other.place())
                        && !other.outcomes().stream().allMatch(o -> o.fate().isGood()));
        return cleared
                || lookedUp(function.function()).stream()
                        .anyMatch(call -> text.body().contains(call.span()));
    }

    /** Calls of {@code Thread.currentThread()} with which nothing is done. */
    public static List<Op.Call> lookedUp(Function function) {
        List<Op.Call> found = new ArrayList<>();
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call
                        && call.isStatement()
                        && call.callee().name().equals("currentThread")
                        && call.callee().receiverType().equals("java.lang.Thread")) {
                    found.add(call);
                }
            }
        }
        return found;
    }

    public static Finding.Confidence confidence(SignalFates signal) {
        return signal.proved() ? Finding.Confidence.PROVED : Finding.Confidence.LIKELY;
    }

    /** What to add to a message that rests on an assumption; empty for a proved signal. */
    public static String assumption(SignalFates signal) {
        return signal.proved()
                ? ""
                : " (assuming that '" + signal.deliveries().get(0).by() + "' can be "
                        + (signal.signal().isOwnException() ? "cancelled)" : "interrupted)");
    }

    /** Whether the only thing done with the signal on this path is to log it. */
    public static boolean onlyLogged(Outcome outcome) {
        return outcome.has(Event.Kind.LOGGED);
    }

    /** The catch parameter of a handler. */
    public static Span place(SignalFates signal) {
        return signal.place();
    }
}
