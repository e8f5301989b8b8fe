package dev.heed.engine.facts;

import dev.heed.engine.dependency.Dependency;
import dev.heed.engine.dependency.Digest;
import dev.heed.engine.dependency.Memo;
import dev.heed.engine.dependency.Question;
import dev.heed.engine.dependency.Recorder;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.TypeDeclaration;
import dev.heed.engine.model.MethodModel;
import dev.heed.engine.source.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The threads that the project keeps in fields, or declares as subclasses of {@code Thread}: what runs on them, and who
 * interrupts and joins them.
 */
public final class OwnThreads {
    private static final String THREAD = "java.lang.Thread";
    private static final int MAX_DEPTH = 16;

    /** Under which it can be found out again what runs on threads. */
    static final String NAME = "work-of-threads";

    /** Under which it can be gathered again where threads are kept, interrupted, and joined. */
    static final String THREADS = "threads";

    /** With the identity of a function behind it: under which it can be found out again what it runs. */
    static final String RUN_BY = "run-by ";

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
    private final Memo<String, Map<Function, List<Work>>> work =
            new Memo<>(name -> name, value -> Digest.of(describe(value)));
    private final Memo<Function, Set<Function>> runBy = new Memo<>(function -> RUN_BY + function, OwnThreads::digest);
    private volatile @Nullable Gathered<Map<String, OwnThread>> threads;
    private volatile @Nullable Earlier earlier;

    /** What an earlier scan has found: outside these functions nothing runs on such threads. */
    private record Earlier(Set<String> workers, Dependency basis) {}

    OwnThreads(ProgramFacts facts) {
        this.facts = facts;
    }

    private Map<Function, List<Work>> work() {
        return work.get(NAME, key -> find());
    }

    /** Tells apart what the threads do. */
    long digest() {
        return Digest.of(describe(work()));
    }

    private static String describe(Map<Function, List<Work>> work) {
        Set<String> lines = new TreeSet<>();
        work.forEach((function, all) -> all.forEach(done -> {
            StringBuilder line = new StringBuilder(function + " " + done.body());
            done.functions().forEach(each -> line.append(' ').append(each));
            done.thread().interrupts().forEach(site -> describe(site, line));
            done.thread().joins().forEach(site -> describe(site, line.append(" joined")));
            lines.add(line.toString());
        }));
        return String.join("\n", lines);
    }

    private static void describe(CallSite site, StringBuilder line) {
        line.append(' ').append(site.describe());
    }

    private static long digest(Set<Function> functions) {
        return Digest.of(functions.toString());
    }

    /** Tells apart what a function runs. */
    long digestOfRunBy(Function body) {
        return digest(runBy(body));
    }

    /** Whether it is by this question that threads are looked for: the names of fields that hold one are among its words. */
    boolean asks(Question question) {
        return Arrays.equals(words().hashes(), question.words().hashes());
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
        for (Function function : facts.program().functions()) {
            if (function.ref().name().equals("run")
                    && function.parameters().isEmpty()
                    && !function.modifiers().contains(Function.Modifier.PRIVATE)
                    && isThread(function.ref().owner())) {
                thread(threads, function.ref().owner()).bodies().add(function);
            }
        }
        for (Map<String, OwnThread> found : gathered().found()) {
            found.forEach((key, part) -> {
                OwnThread thread = thread(threads, key);
                thread.bodies().addAll(part.bodies());
                thread.interrupts().addAll(part.interrupts());
                thread.joins().addAll(part.joins());
            });
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

    private Gathered<Map<String, OwnThread>> gathered() {
        Gathered<Map<String, OwnThread>> found = threads;
        if (found == null || (Recorder.isOn() && !found.isRecorded())) {
            found = Gathered.of(search(), facts);
            threads = found;
        }
        return found;
    }

    /** Where threads are kept, interrupted, and joined, by where they are kept. */
    Gathered.Search<Map<String, OwnThread>> search() {
        Question question = new Question(words(), null);
        return new Gathered.Search<>() {
            @Override
            public String name() {
                return THREADS;
            }

            @Override
            public Question question() {
                return question;
            }

            @Override
            public @Nullable Map<String, OwnThread> of(Function function) {
                Map<String, OwnThread> found = new LinkedHashMap<>();
                ProgramFacts.withNested(function).forEach(inner -> scan(inner, found));
                return found.isEmpty() ? null : found;
            }

            @Override
            public String describe(Map<String, OwnThread> given) {
                StringBuilder text = new StringBuilder();
                given.forEach((key, thread) -> {
                    text.append(key).append(thread.bodies());
                    thread.interrupts().forEach(site -> OwnThreads.describe(site, text));
                    thread.joins().forEach(site -> OwnThreads.describe(site, text.append(" joined")));
                });
                return text.toString();
            }
        };
    }

    /** The threads on which a function runs and that somebody interrupts or joins. */
    public List<Work> running(Function function) {
        Earlier known = earlier;
        if (known != null && !known.workers().contains(function.toString())) {
            Recorder.used(known.basis());
            return List.of();
        }
        return work().getOrDefault(function, List.of());
    }

    /**
     * Lets it be used what an earlier scan has found.
     *
     * @param workers what {@link #workers} returned, as texts
     * @param basis what that rests on
     */
    public void reuse(Collection<String> workers, Dependency basis) {
        earlier = new Earlier(Set.copyOf(workers), basis);
    }

    /** The functions for which there is such a thread, and those around them. */
    public Set<Function> workers() {
        Set<Function> working = work().keySet();
        // In what a function stands is part of what it is, and no more need be read to tell.
        return Recorder.unrecorded(() -> {
            Set<Function> workers = new HashSet<>();
            for (Function worker : working) {
                workers.add(worker);
                workers.add(outermost(worker));
            }
            return workers;
        });
    }

    private Function outermost(Function function) {
        Function around = function.enclosing() == null ? null : facts.function(function.enclosing());
        return around == null ? function : outermost(around);
    }

    private Set<Function> runBy(Function body) {
        return runBy.get(body, this::findRunBy);
    }

    private Set<Function> findRunBy(Function body) {
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
