package dev.heed.engine.facts;

import dev.heed.engine.dependency.Digest;
import dev.heed.engine.dependency.Memo;
import dev.heed.engine.dependency.Question;
import dev.heed.engine.dependency.Recorder;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Test;
import dev.heed.engine.ir.TypeDeclaration;
import dev.heed.engine.source.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The fields by which code asks a thread to stop: written by a function that also interrupts or cancels. A loop that tests
 * such a field after an interrupt follows a protocol; the interrupt is only its wake-up call.
 */
public final class StopFlags {
    private static final Set<String> ATOMIC_WRITES =
            Set.of("set", "lazySet", "setRelease", "compareAndSet", "getAndSet", "countDown", "incrementAndGet");
    private static final Set<String> ATOMIC_READS = Set.of("get", "getPlain", "getAcquire", "getCount", "isDone");

    /** With the identity of a field behind it: under which it can be found out again whether it is a stop flag. */
    static final String FLAG = "stop-flag ";

    /** With the identity of a function behind it: under which it can be found out again whether it interrupts. */
    static final String INTERRUPTS = "interrupts ";

    /** With the identity of a function behind it: under which it can be found out again which field it returns. */
    static final String ACCESSOR = "accessor ";

    /** With the identity of a field behind it: under which those can be gathered again that write it. */
    static final String WRITERS = "writers ";

    private final ProgramFacts facts;
    private final Words cancelling;
    private final Memo<FieldRef, Boolean> flags;
    private final Memo<Function, Boolean> interrupters;
    private final Map<FieldRef, Gathered<List<Function>>> writers = new ConcurrentHashMap<>();
    private final Memo<Function, Optional<FieldRef>> accessors =
            new Memo<>(function -> ACCESSOR + function, StopFlags::digest);

    StopFlags(ProgramFacts facts) {
        this.facts = facts;
        cancelling = facts.wordsOf(ProgramFacts.Effect.CANCELS);
        flags = new Memo<>(field -> FLAG + field, StopFlags::digest, StopFlags::answer, facts::holding);
        interrupters =
                new Memo<>(function -> INTERRUPTS + function, StopFlags::digest, StopFlags::answer, facts::holding);
    }

    /** Tells two answers apart. */
    static long digest(boolean answer) {
        return answer ? 1 : 0;
    }

    private static boolean answer(long digest) {
        return digest != 0;
    }

    /** Whether a field is written where somebody is interrupted or cancelled. */
    public boolean isStopFlag(FieldRef field) {
        return flags.get(field, this::computeIsStopFlag);
    }

    /** Whether who writes it, who calls the writer, or whom the writer calls, interrupts or cancels. */
    private boolean computeIsStopFlag(FieldRef field) {
        for (Function writer : writers(field)) {
            if (isInterrupter(writer)
                    || callees(writer).stream().anyMatch(this::isInterrupter)
                    || facts.callers(writer, ProgramFacts.Effect.CANCELS).stream()
                            .anyMatch(site -> isInterrupter(site.caller()))) {
                return true;
            }
        }
        return false;
    }

    private List<Function> writers(FieldRef field) {
        TypeDeclaration owner = facts.type(field.owner());
        if (owner != null && (owner.isPrivate() || isPrivate(owner, field.toString()))) {
            return facts.using(field.name(), changes(field.name()), owner.file()).stream()
                    .filter(function -> writes(function, field.toString()))
                    .toList();
        }
        Gathered<List<Function>> found = writers.get(field);
        if (found == null || (Recorder.isOn() && !found.isRecorded())) {
            found = Gathered.of(writersSearch(field), facts);
            writers.put(field, found);
        }
        return found.found().stream().flatMap(List::stream).toList();
    }

    /** Which functions write a field. */
    Gathered.Search<List<Function>> writersSearch(FieldRef field) {
        Question question = new Question(Words.of(List.of(field.name())), changes(field.name()));
        return new Gathered.Search<>() {
            @Override
            public String name() {
                return WRITERS + field;
            }

            @Override
            public Question question() {
                return question;
            }

            @Override
            public @Nullable List<Function> of(Function function) {
                List<Function> found = facts.mayUse(function, field.name())
                        ? ProgramFacts.withNested(function).stream()
                                .filter(inner -> writes(inner, field.toString()))
                                .toList()
                        : List.of();
                return found.isEmpty() ? null : found;
            }

            @Override
            public String describe(List<Function> given) {
                return given.toString();
            }
        };
    }

    /** The words one of which stands where a field is written, itself or what it holds. */
    private static Words changes(String field) {
        Words.Builder words = new Words.Builder();
        words.addAll(Words.assigned(field));
        ATOMIC_WRITES.forEach(method -> words.add(Words.called(method)));
        return words.build();
    }

    private static boolean isPrivate(TypeDeclaration owner, String name) {
        return owner.fields().stream()
                .anyMatch(field -> field.modifiers().contains(Function.Modifier.PRIVATE)
                        && field.ref().toString().equals(name));
    }

    private Set<Function> callees(Function function) {
        Set<Function> callees = new LinkedHashSet<>();
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call) {
                    callees.addAll(facts.targets(call));
                }
            }
        }
        return callees;
    }

    /**
     * The field that a test reads: directly, through an atomic, or through a method of the project that only returns it.
     */
    public @Nullable FieldRef testedField(Test test, Definitions definitions) {
        if (test instanceof Test.IsTrue isTrue) {
            return read(isTrue.operand(), definitions);
        } else if (test instanceof Test.IsNull isNull) {
            return read(isNull.operand(), definitions);
        } else if (test instanceof Test.Compare compare) {
            FieldRef left = read(compare.left(), definitions);
            return left != null ? left : read(compare.right(), definitions);
        }
        return null;
    }

    private @Nullable FieldRef read(Operand operand, Definitions definitions) {
        Op op = definitions.single(operand);
        if (op instanceof Op.FieldRead read) {
            return read.field();
        } else if (op instanceof Op.Call call) {
            if (ATOMIC_READS.contains(call.callee().name())
                    && call.receiver() != null
                    && definitions.single(call.receiver()) instanceof Op.FieldRead read) {
                return read.field();
            }
            for (Function target : facts.targets(call)) {
                Optional<FieldRef> field = accessor(target);
                if (field.isPresent()) {
                    return field.get();
                }
            }
        }
        return null;
    }

    private static boolean writes(Function function, String field) {
        Definitions definitions = null;
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.FieldWrite write) {
                    if (write.field().toString().equals(field)) {
                        return true;
                    }
                } else if (op instanceof Op.Call call
                        && ATOMIC_WRITES.contains(call.callee().name())
                        && call.receiver() != null) {
                    definitions = definitions == null ? new Definitions(function) : definitions;
                    if (definitions.single(call.receiver()) instanceof Op.FieldRead read
                            && read.field().toString().equals(field)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether a function interrupts or cancels something but its own thread. */
    boolean isInterrupter(Function function) {
        return interrupters.get(function, key -> key.mayMentionAny(cancelling) && cancelsOther(key));
    }

    private boolean cancelsOther(Function function) {
        Definitions definitions = null;
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call && facts.model(call).cancel() != null) {
                    definitions = definitions == null ? new Definitions(function) : definitions;
                    if (!isSelfInterrupt(call, definitions)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private Optional<FieldRef> accessor(Function function) {
        return function.hasBody()
                ? accessors.get(function, key -> Optional.ofNullable(accessed(key)))
                : Optional.empty();
    }

    /** Tells apart which field a function returns. */
    long digestOfAccessor(Function function) {
        return digest(accessor(function));
    }

    private static long digest(Optional<FieldRef> field) {
        return field.map(found -> Digest.of(found + " " + found.type())).orElse(0L);
    }

    private static boolean isSelfInterrupt(Op.Call call, Definitions definitions) {
        return call.receiver() != null
                && definitions.single(call.receiver()) instanceof Op.Call source
                && source.callee().name().equals("currentThread");
    }

    /** The field that a function returns, if it does nothing else. */
    private static @Nullable FieldRef accessed(Function function) {
        Block entry = function.entry();
        if (!(entry.terminator() instanceof Terminator.Return end)
                || end.value() == null
                || entry.ops().size() > 4) {
            return null;
        }
        FieldRef field = null;
        for (Op op : entry.ops()) {
            if (op instanceof Op.FieldRead read) {
                field = field == null ? read.field() : field;
            } else if (op instanceof Op.Call call
                    && !ATOMIC_READS.contains(call.callee().name())) {
                return null;
            } else if (op instanceof Op.FieldWrite || op instanceof Op.ArrayWrite) {
                return null;
            }
        }
        return field;
    }
}
