package dev.heed.engine.facts;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.model.MethodModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a cancel that arrives in a function comes from, as far as the program shows it. */
public final class CancelOrigins {
    private static final int MAX_HOPS = 4;

    /** Each asks who calls a function, for which bodies may have to be read. */
    private static final int MAX_ASKED = 8;

    private static final Comparator<CallSite> BY_PLACE = Comparator.comparing(
                    (CallSite site) -> site.caller().file().path())
            .thenComparing(site -> site.call().span());

    private final ProgramFacts facts;

    public CancelOrigins(ProgramFacts facts) {
        this.facts = facts;
    }

    /**
     * The way to a function from the side that may cancel it.
     *
     * @param root the function that somebody else runs or calls; the function itself where nobody is seen to call it
     * @param calls from the root to the function, outermost first
     * @param isWork whether the root is the body of a thread or task
     * @param cancel what is seen to cancel or interrupt the work, or null
     */
    public record Origin(
            Function root,
            List<CallSite> calls,
            boolean isWork,
            @Nullable CallSite cancel) {
        public Origin {
            calls = List.copyOf(calls);
        }
    }

    /** A call, and the function that it leads to. */
    private record Hop(CallSite site, Function target) {}

    /** The nearest body of a thread or task from which a function is called; else the nearest function that nobody calls. */
    public Origin of(Function function) {
        Map<Function, Hop> hops = new HashMap<>();
        Deque<Function> open = new ArrayDeque<>(List.of(function));
        Function nearestEnd = null;
        int asked = 0;
        while (!open.isEmpty()) {
            Function current = open.remove();
            if (isWork(current)) {
                return new Origin(current, calls(function, current, hops), true, cancel(current));
            }
            boolean asks = asked++ < MAX_ASKED && calls(function, current, hops).size() < MAX_HOPS;
            List<CallSite> sites =
                    asks ? facts.callers(current).stream().sorted(BY_PLACE).toList() : List.of();
            for (CallSite site : sites) {
                if (!site.caller().equals(function)
                        && hops.putIfAbsent(site.caller(), new Hop(site, current)) == null) {
                    open.add(site.caller());
                }
            }
            if (sites.isEmpty() && nearestEnd == null) {
                nearestEnd = current;
            }
        }
        Function root = nearestEnd == null ? function : nearestEnd;
        return new Origin(root, calls(function, root, hops), false, cancel(root));
    }

    private boolean isWork(Function function) {
        return !facts.ownThreads().running(function).isEmpty()
                || facts.roles(function).stream().anyMatch(Role::endsWork);
    }

    /** The calls by which one function comes to another. */
    private static List<CallSite> calls(Function to, Function from, Map<Function, Hop> hops) {
        List<CallSite> calls = new ArrayList<>();
        Function current = from;
        while (!current.equals(to)) {
            Hop hop = Objects.requireNonNull(hops.get(current));
            calls.add(hop.site());
            current = hop.target();
        }
        return calls;
    }

    /** What cancels the work: an interrupt of a thread that the project keeps, or a cancel of the future that stands for it. */
    private @Nullable CallSite cancel(Function root) {
        for (OwnThreads.Work work : facts.ownThreads().running(root)) {
            if (!work.thread().interrupts().isEmpty()) {
                return work.thread().interrupts().get(0);
            }
        }
        Function around = root.enclosing() == null ? null : facts.function(root.enclosing());
        return around == null ? null : cancelIn(around, root);
    }

    private @Nullable CallSite cancelIn(Function around, Function root) {
        Definitions definitions = new Definitions(around);
        for (Block block : around.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call && call.receiver() != null) {
                    MethodModel.CancelEffect effect = facts.model(call).cancel();
                    if (effect != null
                            && effect.interrupts()
                            && !saysFalse(call)
                            && standsFor(call.receiver(), root, definitions)) {
                        return new CallSite(around, call);
                    }
                }
            }
        }
        return null;
    }

    /** {@code cancel(false)} lets what runs go on. */
    private static boolean saysFalse(Op.Call call) {
        return call.arguments().stream()
                .anyMatch(a -> a instanceof Operand.Constant constant && Boolean.FALSE.equals(constant.value()));
    }

    /** Whether a value is what a call returned that was given this function to run. */
    private static boolean standsFor(Operand handle, Function root, Definitions definitions) {
        return definitions.single(handle) instanceof Op.Call made
                && made.arguments().stream()
                        .flatMap(argument -> definitions.sources(argument).stream())
                        .anyMatch(source -> source instanceof Operand.FunctionRef ref
                                && ref.target().equals(root.ref()));
    }
}
