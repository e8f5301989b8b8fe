package dev.heed.engine.facts;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Test;
import dev.heed.engine.ir.TypeDeclaration;
import dev.heed.engine.ir.Words;
import dev.heed.engine.source.SourceFile;
import java.util.LinkedHashSet;
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

    private final ProgramFacts facts;
    private final Words cancelling;
    private final Map<String, Boolean> flags = new ConcurrentHashMap<>();
    private final Map<Function, Boolean> interrupters = new ConcurrentHashMap<>();
    private final Map<Function, Optional<FieldRef>> accessors = new ConcurrentHashMap<>();

    StopFlags(ProgramFacts facts) {
        this.facts = facts;
        cancelling = facts.wordsOf(ProgramFacts.Effect.CANCELS);
    }

    /** Whether a field is written where somebody is interrupted or cancelled. */
    public boolean isStopFlag(FieldRef field) {
        String name = field.toString();
        Boolean known = flags.get(name);
        if (known == null) {
            known = computeIsStopFlag(field, name);
            flags.put(name, known);
        }
        return known;
    }

    /** Whether who writes it, who calls the writer, or whom the writer calls, interrupts or cancels. */
    private boolean computeIsStopFlag(FieldRef field, String name) {
        TypeDeclaration owner = facts.type(field.owner());
        SourceFile onlyIn = owner != null && (owner.isPrivate() || isPrivate(owner, name)) ? owner.file() : null;
        for (Function function : facts.using(field.name(), changes(field.name()), onlyIn)) {
            if (writes(function, name)
                    && (isInterrupter(function)
                            || callees(function).stream().anyMatch(this::isInterrupter)
                            || facts.callers(function, ProgramFacts.Effect.CANCELS).stream()
                                    .anyMatch(site -> isInterrupter(site.caller())))) {
                return true;
            }
        }
        return false;
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
                FieldRef field = accessor(target);
                if (field != null) {
                    return field;
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
    private boolean isInterrupter(Function function) {
        if (!function.mayMentionAny(cancelling)) {
            return false;
        }
        Boolean known = interrupters.get(function);
        if (known == null) {
            known = cancelsOther(function);
            interrupters.put(function, known);
        }
        return known;
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

    private @Nullable FieldRef accessor(Function function) {
        if (!function.hasBody()) {
            return null;
        }
        Optional<FieldRef> known = accessors.get(function);
        if (known == null) {
            known = Optional.ofNullable(accessed(function));
            accessors.put(function, known);
        }
        return known.orElse(null);
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
