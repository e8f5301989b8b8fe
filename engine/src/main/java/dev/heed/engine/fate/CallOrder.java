package dev.heed.engine.fate;

import dev.heed.engine.facts.ProgramFacts;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The strongly connected components of what a function calls, callees before callers (Tarjan's algorithm, without
 * recursion: call chains of a large project are deeper than a thread's stack). Each is told as soon as it is complete, so
 * that what is found out of it serves others who are on the way to the same functions.
 */
final class CallOrder {
    private static final Comparator<Function> BY_PLACE = Comparator.comparing(
                    (Function function) -> function.file().path())
            .thenComparing(Function::span)
            .thenComparing(function -> function.ref().toString());

    private final ProgramFacts facts;
    private final Predicate<Function> isDone;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final Map<Function, Integer> index = new HashMap<>();
    private final Map<Function, Integer> low = new HashMap<>();
    private final Set<Function> open = new LinkedHashSet<>();
    private final Map<Function, Set<Function>> callees = new HashMap<>();
    private final Deque<Function> stack = new ArrayDeque<>();
    private final int turns;

    /**
     * What is called by a function, itself included.
     *
     * @param isDone functions that are left out, with what they call; more may become done on the way
     * @param turns who goes the same way at the same time gives another number: they meet later. Components are the same
     */
    CallOrder(Function root, ProgramFacts facts, Predicate<Function> isDone, int turns) {
        this.facts = facts;
        this.isDone = isDone;
        this.turns = turns;
        frames.push(open(root));
    }

    private record Frame(Function function, Iterator<Function> callees) {}

    /**
     * The next functions that call each other, in the order of the text, or a single one. All that they call beside was told
     * before, or is done.
     *
     * @return null if that was all
     */
    @Nullable
    List<Function> next() {
        while (!frames.isEmpty()) {
            Frame frame = frames.element();
            if (frame.callees().hasNext()) {
                Function callee = frame.callees().next();
                if (open.contains(callee)) {
                    low.merge(frame.function(), index.getOrDefault(callee, 0), Math::min);
                } else if (!index.containsKey(callee) && !isDone.test(callee)) {
                    frames.push(open(callee));
                }
            } else {
                frames.pop();
                List<Function> component = close(frame.function());
                if (!frames.isEmpty()) {
                    low.merge(frames.element().function(), low.getOrDefault(frame.function(), 0), Math::min);
                }
                if (component != null) {
                    return component;
                }
            }
        }
        return null;
    }

    private Frame open(Function function) {
        index.put(function, index.size());
        low.put(function, index.size() - 1);
        open.add(function);
        stack.push(function);
        Set<Function> called = new LinkedHashSet<>();
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call) {
                    called.addAll(facts.targets(call));
                    called.addAll(facts.bodies(call));
                    call.arguments().forEach(argument -> called.addAll(facts.bodies(argument)));
                }
            }
        }
        called.removeIf(callee -> callee.isInert() || isDone.test(callee));
        callees.put(function, called);
        return new Frame(function, turned(called));
    }

    private Iterator<Function> turned(Set<Function> called) {
        if (turns == 0 || called.size() < 2) {
            return called.iterator();
        }
        List<Function> turned = new ArrayList<>(called);
        if (turns % 2 != 0) {
            Collections.reverse(turned);
        }
        Collections.rotate(turned, turns / 2);
        return turned.iterator();
    }

    /** Callees first, as far as that goes, beginning at the first of the text: whoever asked, it is the same order. */
    private List<Function> inOrder(List<Function> component) {
        component.sort(BY_PLACE);
        Set<Function> rest = new LinkedHashSet<>(component);
        List<Function> ordered = new ArrayList<>(component.size());
        Deque<Frame> path = new ArrayDeque<>();
        for (Function first : component) {
            if (rest.remove(first)) {
                path.push(new Frame(first, calleesOf(first)));
            }
            while (!path.isEmpty()) {
                Frame frame = path.element();
                if (!frame.callees().hasNext()) {
                    ordered.add(path.pop().function());
                    continue;
                }
                Function callee = frame.callees().next();
                if (rest.remove(callee)) {
                    path.push(new Frame(callee, calleesOf(callee)));
                }
            }
        }
        return ordered;
    }

    private Iterator<Function> calleesOf(Function function) {
        return callees.getOrDefault(function, Set.of()).iterator();
    }

    /** The component that is complete with a function; null if it belongs to one that is not. */
    private @Nullable List<Function> close(Function function) {
        if (!java.util.Objects.equals(low.get(function), index.get(function))) {
            return null;
        }
        List<Function> component = new ArrayList<>(1);
        Function member;
        do {
            member = stack.pop();
            open.remove(member);
            component.add(member);
        } while (!member.equals(function));
        List<Function> ordered = component.size() == 1 ? component : inOrder(component);
        component.forEach(callees::remove);
        return ordered;
    }
}
