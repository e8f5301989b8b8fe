package dev.heed.engine.fate;

import dev.heed.engine.facts.CallSite;
import dev.heed.engine.facts.OwnThreads;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.model.MethodModel;
import dev.heed.engine.model.MethodModel.OnInterrupt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Waits that no interrupt ends, where the code around them says or shows that one may come. */
public final class HiddenWaits {
    private static final String DEAF = "ninterruptibl";

    private final FunctionFates fates;
    private final FunctionContext context;

    /**
     * A wait that takes no notice of interrupts.
     *
     * @param call waits
     * @param interrupt who interrupts the thread that waits there, or null: the function declares that it can be interrupted
     */
    public record HiddenWait(Op.Call call, @Nullable CallSite interrupt) {}

    private HiddenWaits(FunctionFates fates) {
        this.fates = fates;
        context = new FunctionContext(fates);
    }

    /** The first wait in a function that hides an interrupt. */
    public static Optional<HiddenWait> of(FunctionFates fates) {
        HiddenWaits search = new HiddenWaits(fates);
        Op.Call wait = search.deafWait();
        if (wait == null) {
            return Optional.empty();
        }
        CallSite interrupt = search.interruptOfThread();
        return interrupt != null || search.onlyDeclares()
                ? Optional.of(new HiddenWait(wait, interrupt))
                : Optional.empty();
    }

    /**
     * A handler by which a function keeps all interrupts to itself although it declares them: each sets the status again and
     * returns as if nothing could be interrupted. Empty where a handler loses them, or one lets them through.
     */
    public static Optional<SignalFates> keptBack(FunctionFates fates) {
        HiddenWaits search = new HiddenWaits(fates);
        List<SignalFates> caught = fates.signals().stream()
                .filter(signal -> signal.start() == SignalFates.Start.HANDLER && search.isInterrupt(signal.type()))
                .toList();
        boolean allKept =
                caught.stream().flatMap(signal -> signal.outcomes().stream()).allMatch(HiddenWaits::isKept);
        return !caught.isEmpty() && allKept && search.onlyDeclares() ? Optional.of(caught.get(0)) : Optional.empty();
    }

    private static boolean isKept(Outcome outcome) {
        return outcome.fate() == Fate.RESTORED && outcome.restored() && outcome.has(Event.Kind.RETURNED);
    }

    /** Whether the function declares an interrupt that never leaves it, and nobody but its callers depends on the declaration. */
    private boolean onlyDeclares() {
        Function function = fates.function();
        return function.declaredThrows().contains(CallSemantics.INTERRUPTED_EXCEPTION)
                && function.overrides().isEmpty()
                && !function.annotations().contains("Override")
                && !fates.facts().isOverridden(function)
                && !fates.endsWork()
                && !context.flow.mayThrowUnseen()
                && context.flow.escapes().stream().noneMatch(escape -> isInterrupt(escape.type()));
    }

    private boolean isInterrupt(String type) {
        return !fates.facts()
                .hierarchy()
                .isSubtype(type, CallSemantics.INTERRUPTED_EXCEPTION)
                .isNo();
    }

    /** The first wait for something that others do, if an interrupt does not end it; null if there is none. */
    private Op.@Nullable Call deafWait() {
        List<Op.Call> waits = new ArrayList<>(1);
        for (Block block : fates.function().blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call && isDeaf(call)) {
                    waits.add(call);
                }
            }
        }
        return waits.stream().min((a, b) -> a.span().compareTo(b.span())).orElse(null);
    }

    /** Locks are left aside: they are held for short. So is what is known to have ended. */
    private boolean isDeaf(Op.Call call) {
        MethodModel model = context.calls.model(call);
        return model.blocks() == MethodModel.Blocks.YES
                && model.onInterrupt() == OnInterrupt.IGNORES
                && (model.await() != null || call.callee().name().contains(DEAF))
                && call.callee().isResolved()
                && !context.calls.isDone(call);
    }

    /** Who interrupts the thread on which the function runs, seen from another thread; null if nobody does. */
    private @Nullable CallSite interruptOfThread() {
        List<OwnThreads.Work> running = fates.facts().ownThreads().running(fates.function());
        for (OwnThreads.Work work : running) {
            Set<Function> own = new HashSet<>();
            running.stream()
                    .filter(other -> other.thread().equals(work.thread()))
                    .forEach(other -> own.addAll(other.functions()));
            for (CallSite site : work.thread().interrupts()) {
                if (!own.contains(site.caller())) {
                    return site;
                }
            }
        }
        return null;
    }
}
