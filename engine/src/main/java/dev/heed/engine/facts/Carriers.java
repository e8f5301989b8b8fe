package dev.heed.engine.facts;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.model.Signal;
import dev.heed.engine.model.TypeModel;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Exception types of the project in which its code may hand an interrupt on: made in a handler that takes nothing else. */
public final class Carriers {
    private final ProgramFacts facts;
    private volatile @Nullable Set<String> types;

    Carriers(ProgramFacts facts) {
        this.facts = facts;
    }

    private Set<String> types() {
        Set<String> known = types;
        if (known == null) {
            known = find();
            types = known;
        }
        return known;
    }

    private Set<String> find() {
        Set<String> types = new HashSet<>();
        List<Function> catching = facts.mentioningAny(facts.signalNames(), null).stream()
                .filter(function -> function.mayMention("catch"))
                .flatMap(function -> ProgramFacts.withNested(function).stream())
                .toList();
        for (Function function : catching) {
            List<Op.CatchEntry> handlers = handlers(facts, function);
            if (!handlers.isEmpty()) {
                for (Block block : function.blocks()) {
                    for (Op op : block.ops()) {
                        if (op instanceof Op.Call call
                                && call.callee().isConstructor()
                                && facts.type(call.callee().receiverType()) != null
                                && handlers.stream().anyMatch(handler -> contains(handler, call.span()))) {
                            types.add(call.callee().receiverType());
                        }
                    }
                }
            }
        }
        return types;
    }

    /** Whether an exception of this type may stand for an interrupt. */
    public boolean isMadeOfInterrupts(String type) {
        return types().contains(type);
    }

    /** The handlers that take interrupts and nothing else. */
    private static List<Op.CatchEntry> handlers(ProgramFacts facts, Function function) {
        List<Op.CatchEntry> found = new ArrayList<>(0);
        for (Block block : function.blocks()) {
            if (!block.ops().isEmpty()
                    && block.ops().get(0) instanceof Op.CatchEntry entry
                    && entry.clause().kind() == Handler.Kind.CATCH
                    && entry.clause().types().stream().allMatch(type -> isInterrupt(facts, type))) {
                found.add(entry);
            }
        }
        return found;
    }

    private static boolean isInterrupt(ProgramFacts facts, String type) {
        TypeModel model = facts.models().type(type, facts.hierarchy());
        return model != null && model.signal() == Signal.INTERRUPT;
    }

    private static boolean contains(Op.CatchEntry handler, Span span) {
        Handler.CatchText text = handler.clause().text();
        return text != null && text.body().contains(span);
    }
}
