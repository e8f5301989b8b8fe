package dev.heed.engine.facts;

import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.Test;
import dev.heed.engine.model.MethodModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
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
    private final Set<String> flags = new HashSet<>();
    private final Map<Function, @Nullable FieldRef> accessors = new HashMap<>();

    StopFlags(ProgramFacts facts) {
        this.facts = facts;
        Map<Function, Set<String>> writes = new HashMap<>();
        Set<Function> interrupters = new LinkedHashSet<>();
        for (Function function : facts.program().functions()) {
            if (function.hasBody()) {
                scan(function, writes, interrupters);
                accessors.put(function, accessed(function));
            }
        }
        for (Function interrupter : interrupters) {
            flags.addAll(writes.getOrDefault(interrupter, Set.of()));
            for (CallSite site : facts.callers(interrupter)) {
                flags.addAll(writes.getOrDefault(site.caller(), Set.of()));
            }
        }
        Set<Function> callees = new LinkedHashSet<>();
        for (Function interrupter : interrupters) {
            for (Block block : interrupter.blocks()) {
                for (Op op : block.ops()) {
                    if (op instanceof Op.Call call) {
                        callees.addAll(facts.targets(call));
                    }
                }
            }
        }
        callees.forEach(callee -> flags.addAll(writes.getOrDefault(callee, Set.of())));
    }

    /** Whether a field is written where somebody is interrupted or cancelled. */
    public boolean isStopFlag(FieldRef field) {
        return flags.contains(field.toString());
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
                FieldRef field = accessors.get(target);
                if (field != null) {
                    return field;
                }
            }
        }
        return null;
    }

    private void scan(Function function, Map<Function, Set<String>> writes, Set<Function> interrupters) {
        Definitions definitions = null;
        for (Block block : function.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.FieldWrite write) {
                    writes.computeIfAbsent(function, k -> new HashSet<>())
                            .add(write.field().toString());
                } else if (op instanceof Op.Call call) {
                    definitions = definitions == null ? new Definitions(function) : definitions;
                    if (ATOMIC_WRITES.contains(call.callee().name())
                            && call.receiver() != null
                            && definitions.single(call.receiver()) instanceof Op.FieldRead read) {
                        writes.computeIfAbsent(function, k -> new HashSet<>())
                                .add(read.field().toString());
                    }
                    MethodModel.CancelEffect cancel = facts.model(call).cancel();
                    if (cancel != null && !isSelfInterrupt(call, definitions)) {
                        interrupters.add(function);
                    }
                }
            }
        }
    }

    private static boolean isSelfInterrupt(Op.Call call, Definitions definitions) {
        return call.receiver() != null
                && definitions.single(call.receiver()) instanceof Op.Call source
                && source.callee().name().equals("currentThread");
    }

    /** The field that a function returns, if it does nothing else. */
    private @Nullable FieldRef accessed(Function function) {
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
