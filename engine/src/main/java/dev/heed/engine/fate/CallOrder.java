package dev.heed.engine.fate;

import dev.heed.engine.facts.ProgramFacts;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The strongly connected components of the project's call graph, callees before callers (Tarjan's algorithm, without
 * recursion: call chains of a large project are deeper than a thread's stack).
 */
final class CallOrder {
    private static final Comparator<Function> BY_PLACE = Comparator.comparing(
                    (Function function) -> function.file().path())
            .thenComparing(Function::span)
            .thenComparing(function -> function.ref().toString());

    private final ProgramFacts facts;
    private final Predicate<Function> isDone;
    private final Map<Function, Integer> index = new HashMap<>();
    private final Map<Function, Integer> low = new HashMap<>();
    private final Set<Function> open = new LinkedHashSet<>();
    private final Map<Function, Set<Function>> callees = new HashMap<>();
    private final Deque<Function> stack = new ArrayDeque<>();
    private final List<List<Function>> components = new ArrayList<>();

    private CallOrder(ProgramFacts facts, Predicate<Function> isDone) {
        this.facts = facts;
        this.isDone = isDone;
    }

    /**
     * What is called by a function, itself included: callees first, and in one list those that call each other, in the
     * order of the text.
     *
     * @param isDone functions that are left out, with what they call
     */
    static List<List<Function>> bottomUp(Function root, ProgramFacts facts, Predicate<Function> isDone) {
        CallOrder order = new CallOrder(facts, isDone);
        order.visit(root);
        return order.components;
    }

    private record Frame(Function function, Iterator<Function> callees) {}

    private void visit(Function root) {
        Deque<Frame> frames = new ArrayDeque<>();
        frames.push(open(root));
        while (!frames.isEmpty()) {
            Frame frame = frames.peek();
            if (frame.callees().hasNext()) {
                Function callee = frame.callees().next();
                if (!index.containsKey(callee)) {
                    frames.push(open(callee));
                } else if (open.contains(callee)) {
                    low.merge(frame.function(), index.getOrDefault(callee, 0), Math::min);
                }
            } else {
                frames.pop();
                close(frame.function());
                if (!frames.isEmpty()) {
                    low.merge(frames.peek().function(), low.getOrDefault(frame.function(), 0), Math::min);
                }
            }
        }
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
        return new Frame(function, called.iterator());
    }

    /** Callees first, as far as that goes, beginning at the first of the text: whoever asked, it is the same order. */
    private List<Function> inOrder(List<Function> component) {
        component.sort(BY_PLACE);
        Set<Function> open = new LinkedHashSet<>(component);
        List<Function> ordered = new ArrayList<>(component.size());
        Deque<Frame> frames = new ArrayDeque<>();
        for (Function first : component) {
            if (open.remove(first)) {
                frames.push(new Frame(first, calleesOf(first)));
            }
            while (!frames.isEmpty()) {
                Frame frame = frames.peek();
                if (!frame.callees().hasNext()) {
                    ordered.add(frames.pop().function());
                    continue;
                }
                Function callee = frame.callees().next();
                if (open.remove(callee)) {
                    frames.push(new Frame(callee, calleesOf(callee)));
                }
            }
        }
        return ordered;
    }

    private Iterator<Function> calleesOf(Function function) {
        return callees.getOrDefault(function, Set.of()).iterator();
    }

    private void close(Function function) {
        if (!java.util.Objects.equals(low.get(function), index.get(function))) {
            return;
        }
        List<Function> component = new ArrayList<>(1);
        Function member;
        do {
            member = stack.pop();
            open.remove(member);
            component.add(member);
        } while (!member.equals(function));
        components.add(component.size() == 1 ? component : inOrder(component));
        component.forEach(callees::remove);
    }
}
