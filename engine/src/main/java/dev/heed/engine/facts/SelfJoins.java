package dev.heed.engine.facts;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls by which a thread waits for its own end: it runs the method that is meant to stop it from outside. */
public final class SelfJoins {
    private static final String CURRENT_THREAD = "currentThread";

    /**
     * A thread that waits for itself.
     *
     * @param call the call of the method that stops the thread, made on the thread
     * @param stopper that method
     * @param join the wait in it
     * @param interrupt the interrupt in it, or null
     * @param body what the thread runs
     */
    public record SelfJoin(
            Op.Call call,
            Function stopper,
            Op.Call join,
            @Nullable CallSite interrupt,
            Function body) {}

    private final ProgramFacts facts;

    public SelfJoins(ProgramFacts facts) {
        this.facts = facts;
    }

    /** The calls in a function by which its thread waits for itself. */
    public List<SelfJoin> of(Function function) {
        List<SelfJoin> found = new ArrayList<>();
        for (OwnThreads.Work work : facts.ownThreads().running(function)) {
            if (!work.thread().joins().isEmpty() && !asksWhoRuns(function)) {
                add(function, work.thread(), work.body(), found);
            }
        }
        return found;
    }

    private void add(Function function, OwnThreads.OwnThread thread, Function body, List<SelfJoin> found) {
        Set<Op.Call> seen = new HashSet<>();
        found.forEach(known -> seen.add(known.call()));
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call && call.receiver() instanceof Operand.This) {
                    CallSite join = joinIn(facts.targets(call), thread);
                    if (join != null && !join.caller().equals(function) && seen.add(call)) {
                        CallSite interrupt = thread.interrupts().stream()
                                .filter(site -> site.caller().equals(join.caller()))
                                .findFirst()
                                .orElse(null);
                        found.add(new SelfJoin(call, join.caller(), join.call(), interrupt, body));
                    }
                }
            }
        }
    }

    /** A wait for the thread, without a look at who waits, in one of some functions. */
    private static @Nullable CallSite joinIn(List<Function> stoppers, OwnThreads.OwnThread thread) {
        for (CallSite site : thread.joins()) {
            if (stoppers.size() == 1 && stoppers.get(0).equals(site.caller()) && !asksWhoRuns(site.caller())) {
                return site;
            }
        }
        return null;
    }

    /** Whether a function compares the current thread with another, rather than only setting its status. */
    private static boolean asksWhoRuns(Function function) {
        Set<Object> status = new HashSet<>();
        List<Op.Call> lookups = new ArrayList<>();
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call) {
                    if (call.callee().name().equals(CURRENT_THREAD)) {
                        lookups.add(call);
                    } else if (call.receiver() != null
                            && call.callee()
                                    .name()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .contains("interrupt")) {
                        status.add(call.receiver());
                    }
                }
            }
        }
        return lookups.stream()
                .anyMatch(lookup -> lookup.result() == null || !status.contains(new Operand.Local(lookup.result())));
    }
}
