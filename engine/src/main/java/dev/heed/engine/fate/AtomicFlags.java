package dev.heed.engine.fate;

import dev.heed.engine.facts.Definitions;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Flags kept in an {@code AtomicBoolean} field: what is written to and read from them on a path. */
final class AtomicFlags {
    private static final String TYPE = "java.util.concurrent.atomic.AtomicBoolean";
    private static final Set<String> WRITES =
            Set.of("set", "lazySet", "setPlain", "setOpaque", "setRelease", "getAndSet");
    private static final Set<String> READS = Set.of("get", "getPlain", "getOpaque", "getAcquire");

    private AtomicFlags() {}

    /** The key under which the flag of a call is known, if the call writes a constant to it; else null. */
    static @Nullable String written(Op.Call call, Definitions definitions) {
        boolean constant = call.arguments().size() == 1
                && call.arguments().get(0) instanceof Operand.Constant value
                && value.value() instanceof Boolean;
        return constant && WRITES.contains(call.callee().name()) ? key(call, definitions) : null;
    }

    /** The key under which the flag of a call is known, if the call reads it; else null. */
    static @Nullable String read(Op.Call call, Definitions definitions) {
        return call.arguments().isEmpty() && READS.contains(call.callee().name()) ? key(call, definitions) : null;
    }

    private static @Nullable String key(Op.Call call, Definitions definitions) {
        return call.receiver() != null
                        && definitions.single(call.receiver()) instanceof Op.FieldRead read
                        && read.field().type().equals(TYPE)
                        && (read.object() == null || read.object() instanceof Operand.This)
                ? read.field() + " (atomic)"
                : null;
    }
}
