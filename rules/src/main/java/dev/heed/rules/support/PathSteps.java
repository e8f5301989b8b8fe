package dev.heed.rules.support;

import dev.heed.engine.fate.Delivery;
import dev.heed.engine.fate.Event;
import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.fate.Outcome;
import dev.heed.engine.fate.SignalFates;
import dev.heed.engine.fate.Types;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.rule.Step;
import dev.heed.engine.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Tells the path of a signal, from its delivery to where it ends. */
public final class PathSteps {
    private PathSteps() {}

    /** The steps of one outcome. */
    public static List<Step> of(FunctionFates function, SignalFates signal, Outcome outcome) {
        return of(function, signal, outcome.events());
    }

    /** The steps up to the last of some events. */
    public static List<Step> of(FunctionFates function, SignalFates signal, List<Event> events) {
        SourceFile file = function.function().file();
        List<Step> steps = new ArrayList<>();
        Delivery delivery = signal.deliveries().get(0);
        switch (signal.start()) {
            case HANDLER -> {
                delivered(file, delivery, steps);
                Handler.Clause clause = signal.clause();
                Handler.CatchText text = clause == null ? null : clause.text();
                String name = text == null ? "e" : text.parameterName();
                String how = signal.named()
                        ? "caught here as '" + name + "'"
                        : "the broad handler takes it: '" + name + "' holds the '" + Types.simpleName(signal.type())
                                + "'";
                steps.add(new Step(file, signal.place(), how));
            }
            case FINALLY -> {
                delivered(file, delivery, steps);
                steps.add(new Step(file, signal.place(), "the finally that it passes through is left here"));
            }
            case POLL -> steps.add(new Step(file, signal.place(), "the interrupt is seen, and its status cleared"));
            case CLEARED ->
                steps.add(new Step(file, signal.place(), "the interrupt status is cleared, and nobody looks at it"));
            case WAKE ->
                steps.add(new Step(
                        file,
                        signal.place(),
                        "'" + delivery.by() + "' returns at once, because the interrupt status is set; it stays set"));
            case TESTED ->
                steps.add(new Step(
                        file, signal.place(), "here it is known to be a '" + Types.simpleName(signal.type()) + "'"));
            case CALLEE ->
                steps.add(new Step(
                        file, signal.place(), "'" + delivery.by() + "' returns with the interrupt status set again"));
        }
        for (Event event : events) {
            steps.add(new Step(file, event.span(), event.text()));
        }
        return steps;
    }

    private static void delivered(SourceFile file, Delivery delivery, List<Step> steps) {
        if (!delivery.originFile().equals(file) || !delivery.origin().equals(delivery.span())) {
            steps.add(new Step(
                    delivery.originFile(),
                    delivery.origin(),
                    "the " + delivery.signal().word() + " is delivered here"));
            steps.add(new Step(file, delivery.span(), "'" + delivery.by() + "' passes it on"));
        } else if (delivery.call() == null) {
            steps.add(new Step(file, delivery.span(), "'" + delivery.by() + "' is thrown"));
        } else {
            steps.add(new Step(
                    file,
                    delivery.span(),
                    "'" + delivery.by() + "' delivers the " + delivery.signal().word()));
        }
    }
}
