package dev.heed.engine.facts;

import dev.heed.engine.dependency.Question;
import dev.heed.engine.dependency.Recorder;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Handler;
import dev.heed.engine.ir.Op;
import dev.heed.engine.model.Signal;
import dev.heed.engine.model.TypeModel;
import dev.heed.engine.source.Span;
import dev.heed.engine.source.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Exception types of the project in which its code may hand an interrupt on: made in a handler that takes nothing else. */
public final class Carriers {
    /** Under which they can be gathered again. */
    static final String NAME = "carriers";

    private static final Words CATCH = Words.of(List.of("catch"));

    private final ProgramFacts facts;
    private volatile @Nullable Known known;

    /** What was gathered, and all of it together. */
    private record Known(Gathered<Set<String>> gathered, Set<String> types) {}

    Carriers(ProgramFacts facts) {
        this.facts = facts;
    }

    private Set<String> types() {
        Known types = known;
        if (types == null || (Recorder.isOn() && !types.gathered().isRecorded())) {
            Gathered<Set<String>> gathered = Gathered.of(search(), facts);
            Set<String> all = new HashSet<>();
            gathered.found().forEach(all::addAll);
            types = new Known(gathered, all);
            known = types;
        }
        types.gathered().found();
        return types.types();
    }

    Gathered.Search<Set<String>> search() {
        Question question = new Question(facts.signalNames(), CATCH);
        return new Gathered.Search<>() {
            @Override
            public String name() {
                return NAME;
            }

            @Override
            public Question question() {
                return question;
            }

            @Override
            public @Nullable Set<String> of(Function function) {
                Set<String> found = find(function);
                return found.isEmpty() ? null : found;
            }

            @Override
            public String describe(Set<String> given) {
                return String.join(" ", given);
            }

            @Override
            public boolean isRestorable() {
                return true;
            }

            @Override
            public Set<String> restored(String description) {
                return Set.of(description.split(" ", -1));
            }
        };
    }

    private Set<String> find(Function mentioning) {
        Set<String> types = new TreeSet<>();
        for (Function function : ProgramFacts.withNested(mentioning)) {
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
