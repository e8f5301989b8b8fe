package dev.heed.engine.fate;

import dev.heed.engine.facts.ProgramFacts;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.model.MethodModel.StatusEffect;
import dev.heed.engine.model.Signal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Handlers that set the interrupt status for an exception that is no interrupt: nobody asked this thread to stop.
 */
public final class UnaskedRestores {
    /** How a wait for a task tells that it failed or is late: never a reason to interrupt oneself. */
    private static final Set<String> OF_TASKS =
            Set.of("java.util.concurrent.ExecutionException", "java.util.concurrent.TimeoutException");

    /**
     * A call that sets the status for nothing.
     *
     * @param clause the handler that it stands in
     * @param call sets the status
     * @param types of the exceptions for which it does, binary names
     * @param takesInterrupts whether the handler takes interrupts, too, and must go on to set the status for them
     * @param proved whether all types are known not to stand for an interrupt
     * @param events of the path for the first type
     */
    public record Restore(
            Handler.Clause clause,
            Op.CatchEntry entry,
            Op.Call call,
            List<String> types,
            boolean takesInterrupts,
            boolean proved,
            List<Event> events) {
        public Restore {
            types = List.copyOf(types);
            events = List.copyOf(events);
        }
    }

    private final FunctionFates fates;
    private final FunctionContext context;
    private final Failures failures;

    private UnaskedRestores(FunctionFates fates) {
        this.fates = fates;
        context = new FunctionContext(fates);
        failures = new Failures(fates, context);
    }

    /** The calls of a function that set the status for nothing. */
    public static List<Restore> of(FunctionFates fates) {
        return setsStatus(fates) ? new UnaskedRestores(fates).find() : List.of();
    }

    private static boolean setsStatus(FunctionFates fates) {
        return fates.function().blocks().stream()
                .flatMap(block -> block.ops().stream())
                .anyMatch(
                        op -> op instanceof Op.Call call && fates.calls().statusEffect(call) == StatusEffect.RESTORES);
    }

    private List<Restore> find() {
        List<Restore> found = new ArrayList<>();
        for (Block block : context.function.blocks()) {
            if (!block.ops().isEmpty()
                    && block.ops().get(0) instanceof Op.CatchEntry entry
                    && entry.clause().kind() == Handler.Kind.CATCH
                    && entry.clause().text() != null) {
                clause(block, entry, found);
            }
        }
        return found.isEmpty() || callersLook() ? List.of() : found;
    }

    /** Whether a function that calls this one looks at the status: it may be how it is told to stop. */
    private boolean callersLook() {
        return context.facts.callers(context.function, ProgramFacts.Effect.POLLS).stream()
                .flatMap(site -> site.caller().blocks().stream())
                .flatMap(block -> block.ops().stream())
                .anyMatch(op -> op instanceof Op.Call call
                        && isPoll(context.facts.model(call).status()));
    }

    private static boolean isPoll(StatusEffect effect) {
        return effect == StatusEffect.POLLS || effect == StatusEffect.POLLS_AND_CLEARS;
    }

    private void clause(Block block, Op.CatchEntry entry, List<Restore> found) {
        Map<Op.Call, List<String>> types = new LinkedHashMap<>();
        Map<Op.Call, List<Event>> events = new LinkedHashMap<>();
        for (String type : arrivals(entry.clause())) {
            RestoreWalk.Reached reached = RestoreWalk.follow(context, block, entry, type, fates.endsWork());
            if (reached != null) {
                types.computeIfAbsent(reached.call(), k -> new ArrayList<>()).add(type);
                events.putIfAbsent(reached.call(), reached.events());
            }
        }
        types.forEach((call, those) -> found.add(new Restore(
                entry.clause(),
                entry,
                call,
                those,
                failures.takesInterrupts(entry.clause()),
                those.stream().allMatch(context.facts.hierarchy()::isKnown),
                events.getOrDefault(call, List.of()))));
    }

    /** The exceptions that are no interrupt, arrive at a clause, and are not what it sets the status for. */
    private List<String> arrivals(Handler.Clause clause) {
        boolean takesInterrupts = failures.takesInterrupts(clause);
        List<String> found = new ArrayList<>();
        for (String type : failures.at(clause)) {
            if (takesInterrupts || OF_TASKS.contains(type)) {
                found.add(type);
            }
        }
        for (String type : clause.types()) {
            if (failures.signal(type) == Signal.OUTCOME && isOutcomeOfAwaited(clause, type)) {
                found.add(type);
            }
        }
        return found;
    }

    /** Whether the exception is how a wait for a task tells that the task was cancelled. */
    private boolean isOutcomeOfAwaited(Handler.Clause clause, String type) {
        return fates.signals().stream()
                .filter(signal ->
                        clause.equals(signal.clause()) && signal.type().equals(type))
                .flatMap(signal -> signal.deliveries().stream())
                .anyMatch(delivery -> delivery.call() != null
                        && context.calls.model(delivery.call()).await() != null);
    }
}
