package dev.heed.engine.facts;

import dev.heed.engine.dependency.Digest;
import dev.heed.engine.dependency.Memo;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.source.Words;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Functions that run when all of some futures are done: given to a stage that {@code allOf} made. There {@code get} and
 * {@code join} find a value and do not wait.
 */
public final class Continuations {
    private static final String ALL = "allOf";

    /** Under which this can be looked for again. */
    static final String NAME = "after-all";

    private static final Set<String> AWAITS = Set.of("get", "join", "getNow");

    private final ProgramFacts facts;
    private final Memo<String, Set<Function>> afterAll = new Memo<>(name -> name, Continuations::digest);

    Continuations(ProgramFacts facts) {
        this.facts = facts;
    }

    private Set<Function> afterAll() {
        return afterAll.get(NAME, key -> find());
    }

    /** Tells apart what runs after all of some futures. */
    long digest() {
        return digest(afterAll());
    }

    private static long digest(Set<Function> functions) {
        return Digest.of(functions.stream().map(Function::toString).sorted().collect(Collectors.joining("\n")));
    }

    private Set<Function> find() {
        Set<Function> afterAll = new HashSet<>();
        for (Function mentioning : facts.mentioningAny(Words.of(List.of(ALL)), null)) {
            for (Function function : ProgramFacts.withNested(mentioning)) {
                if (callsAllOf(function)) {
                    Definitions definitions = new Definitions(function);
                    for (Block block : function.blocks()) {
                        block.ops().forEach(op -> scan(op, definitions, afterAll));
                    }
                }
            }
        }
        for (Function function : facts.program().functions()) {
            if (function.ref().name().equals("apply")
                    && !function.modifiers().contains(Function.Modifier.PRIVATE)
                    && isGivenToAll(facts, function)) {
                afterAll.add(function);
            }
        }
        addCallees(afterAll);
        return afterAll;
    }

    /** What such a body contains, and what nobody but such bodies calls, runs after too. */
    private void addCallees(Set<Function> afterAll) {
        Deque<Function> work = new ArrayDeque<>(afterAll);
        while (!work.isEmpty()) {
            Function function = work.poll();
            for (Function inner : facts.nested(function)) {
                if (inner.kind() == Function.Kind.LAMBDA && afterAll.add(inner)) {
                    work.add(inner);
                }
            }
            for (Block block : function.blocks()) {
                for (Op op : block.ops()) {
                    if (op instanceof Op.Call call) {
                        for (Function callee : facts.targets(call)) {
                            boolean only = callee.modifiers().contains(Function.Modifier.PRIVATE)
                                    && facts.callers(callee).stream()
                                            .allMatch(site -> afterAll.contains(site.caller()));
                            if (only && afterAll.add(callee)) {
                                work.add(callee);
                            }
                        }
                    }
                }
            }
        }
    }

    /** Whether a call in a function asks a future that is done by then. */
    public boolean isDoneBefore(Function function, Op.Call call) {
        return AWAITS.contains(call.callee().name()) && afterAll().contains(function);
    }

    private static boolean callsAllOf(Function function) {
        return function.blocks().stream()
                .flatMap(block -> block.ops().stream())
                .anyMatch(
                        op -> op instanceof Op.Call call && call.callee().name().equals(ALL));
    }

    private void scan(Op op, Definitions definitions, Set<Function> afterAll) {
        if (!(op instanceof Op.Call call) || call.receiver() == null || !isAllOf(call.receiver(), definitions)) {
            return;
        }
        for (Operand argument : call.arguments()) {
            for (Object source : definitions.sources(argument)) {
                Function target =
                        source instanceof Operand.FunctionRef reference ? facts.function(reference.target()) : null;
                if (target != null) {
                    afterAll.add(target);
                }
            }
        }
    }

    private static boolean isAllOf(Operand receiver, Definitions definitions) {
        @Nullable Op source = definitions.single(receiver);
        return source instanceof Op.Call made && made.callee().name().equals(ALL);
    }

    /** An anonymous class created as an argument of a stage made by {@code allOf}. */
    private static boolean isGivenToAll(ProgramFacts facts, Function body) {
        Function around = body.enclosing() == null ? null : facts.function(body.enclosing());
        if (around == null || !around.mayMention(ALL) || !callsAllOf(around)) {
            return false;
        }
        Definitions definitions = new Definitions(around);
        for (Block block : around.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call && call.receiver() != null && isAllOf(call.receiver(), definitions)) {
                    for (Operand argument : call.arguments()) {
                        if (definitions.single(argument) instanceof Op.Call made
                                && made.callee()
                                        .receiverType()
                                        .equals(body.ref().owner())) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }
}
