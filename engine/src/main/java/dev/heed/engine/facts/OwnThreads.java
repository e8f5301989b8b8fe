package dev.heed.engine.facts;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.TypeDeclaration;
import dev.heed.engine.ir.Words;
import dev.heed.engine.model.MethodModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The threads that the project keeps in fields, or declares as subclasses of {@code Thread}: what runs on them, and who
 * interrupts and joins them.
 */
public final class OwnThreads {
    private static final String THREAD = "java.lang.Thread";
    private static final int MAX_DEPTH = 16;

    /**
     * A thread, by where it is kept.
     *
     * @param bodies what runs on it
     * @param interrupts calls of {@code interrupt()} on it
     * @param joins waits for its end
     */
    public record OwnThread(Set<Function> bodies, List<CallSite> interrupts, List<CallSite> joins) {}

    /**
     * What a thread runs.
     *
     * @param body the first function on the thread
     * @param functions that function, and what it calls on its own object, on objects around it, or statically
     */
    public record Work(OwnThread thread, Function body, Set<Function> functions) {}

    private final ProgramFacts facts;
    private final Map<String, Boolean> isThread = new ConcurrentHashMap<>();
    private volatile @Nullable Map<Function, List<Work>> work;

    OwnThreads(ProgramFacts facts) {
        this.facts = facts;
    }

    private Map<Function, List<Work>> work() {
        Map<Function, List<Work>> known = work;
        if (known == null) {
            known = find();
            work = known;
        }
        return known;
    }

    /** The words that stand where a thread is kept, interrupted, or joined. */
    private Words words() {
        Words.Builder words = new Words.Builder();
        words.add("interrupt");
        words.add("join");
        for (TypeDeclaration type : facts.program().types()) {
            for (TypeDeclaration.Field field : type.fields()) {
                if (isThread(field.ref().type())) {
                    words.add(field.ref().name());
                }
            }
        }
        return words.build();
    }

    private Map<Function, List<Work>> find() {
        Map<Function, List<Work>> work = new HashMap<>();
        Map<String, OwnThread> threads = new LinkedHashMap<>();
        Words words = words();
        for (Function function : facts.program().functions()) {
            if (function.ref().name().equals("run")
                    && function.parameters().isEmpty()
                    && isThread(function.ref().owner())) {
                thread(threads, function.ref().owner()).bodies().add(function);
            }
            if (function.mayMentionAny(words)) {
                ProgramFacts.withNested(function).forEach(inner -> scan(inner, threads));
            }
        }
        for (OwnThread thread : threads.values()) {
            if (!thread.interrupts().isEmpty() || !thread.joins().isEmpty()) {
                for (Function body : thread.bodies()) {
                    Work done = new Work(thread, body, runBy(body));
                    done.functions()
                            .forEach(function -> work.computeIfAbsent(function, k -> new ArrayList<>(1))
                                    .add(done));
                }
            }
        }
        return work;
    }

    /** The threads on which a function runs and that somebody interrupts or joins. */
    public List<Work> running(Function function) {
        return work().getOrDefault(function, List.of());
    }

    /** The functions for which there is such a thread, and those around them. */
    public Set<Function> workers() {
        Set<Function> workers = new HashSet<>();
        for (Function worker : work().keySet()) {
            workers.add(worker);
            workers.add(outermost(worker));
        }
        return workers;
    }

    private Function outermost(Function function) {
        Function around = function.enclosing() == null ? null : facts.function(function.enclosing());
        return around == null ? function : outermost(around);
    }

    private Set<Function> runBy(Function body) {
        Set<Function> found = new LinkedHashSet<>();
        Deque<Function> open = new ArrayDeque<>();
        open.add(body);
        while (!open.isEmpty()) {
            Function function = open.poll();
            if (function.hasBody() && found.add(function)) {
                for (Block block : function.blocks()) {
                    for (Op op : block.ops()) {
                        if (op instanceof Op.Call call
                                && (call.receiver() instanceof Operand.This
                                        || call.callee().isStatic())) {
                            open.addAll(facts.targets(call));
                        }
                    }
                }
            }
        }
        return found;
    }

    private static OwnThread thread(Map<String, OwnThread> threads, String key) {
        return threads.computeIfAbsent(
                key, k -> new OwnThread(new LinkedHashSet<>(), new ArrayList<>(1), new ArrayList<>(1)));
    }

    private void scan(Function function, Map<String, OwnThread> threads) {
        Definitions definitions = null;
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.FieldWrite write && isThread(write.field().type())) {
                    definitions = definitions == null ? new Definitions(function) : definitions;
                    for (Object source : definitions.sources(write.value())) {
                        if (source instanceof Op.Call made && made.callee().isConstructor()) {
                            addBodies(
                                    made,
                                    definitions,
                                    thread(threads, write.field().toString()));
                        }
                    }
                } else if (op instanceof Op.Call call && call.receiver() != null) {
                    boolean interrupts = call.callee().name().equals("interrupt");
                    if (interrupts || call.callee().name().equals("join")) {
                        definitions = definitions == null ? new Definitions(function) : definitions;
                        asked(function, call, definitions, interrupts, threads);
                    }
                }
            }
        }
    }

    private boolean isThread(String type) {
        return isThread.computeIfAbsent(
                type, t -> facts.hierarchy().isSubtype(t, THREAD).isYes());
    }

    /** An interrupt or a join, by the field and by the type of the thread. */
    private void asked(
            Function function,
            Op.Call call,
            Definitions definitions,
            boolean interrupts,
            Map<String, OwnThread> threads) {
        MethodModel model = facts.model(call);
        if (interrupts ? model.cancel() == null : model.await() == null) {
            return;
        }
        CallSite site = new CallSite(function, call);
        FieldRef field = field(call.receiver(), definitions);
        if (field != null && isThread(field.type())) {
            OwnThread thread = thread(threads, field.toString());
            (interrupts ? thread.interrupts() : thread.joins()).add(site);
        }
        String type = call.receiver() == null ? THREAD : call.receiver().type();
        if (!type.equals(THREAD) && isThread(type)) {
            OwnThread thread = thread(threads, type);
            (interrupts ? thread.interrupts() : thread.joins()).add(site);
        }
    }

    private static @Nullable FieldRef field(@Nullable Operand operand, Definitions definitions) {
        return operand != null && definitions.single(operand) instanceof Op.FieldRead read ? read.field() : null;
    }

    /** What a thread runs that is made here: its own {@code run}, or that of what it is given. */
    private void addBodies(Op.Call made, Definitions definitions, OwnThread thread) {
        if (!isThread(made.callee().receiverType())) {
            return;
        }
        if (!made.callee().receiverType().equals(THREAD)) {
            addRun(made.callee().receiverType(), thread);
        }
        for (Operand argument : made.arguments()) {
            for (Object source : definitions.sources(argument)) {
                if (source instanceof Operand.FunctionRef reference) {
                    Function target = facts.function(reference.target());
                    if (target != null) {
                        thread.bodies().add(target);
                    }
                } else if (source instanceof Op.Call work && work.callee().isConstructor()) {
                    addRun(work.callee().receiverType(), thread);
                } else if (source instanceof Operand.This self) {
                    addRun(self.type(), thread);
                }
            }
        }
    }

    private void addRun(String type, OwnThread thread) {
        String current = type;
        for (int depth = 0; current != null && depth < MAX_DEPTH; depth++) {
            Function run = facts.function(new MethodRef(current, "run", List.of()));
            if (run != null) {
                thread.bodies().add(run);
                return;
            }
            TypeDeclaration declaration = facts.type(current);
            current = declaration == null ? null : declaration.superclass();
        }
    }
}
