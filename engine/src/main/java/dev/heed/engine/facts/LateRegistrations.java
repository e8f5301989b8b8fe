package dev.heed.engine.facts;

import dev.heed.engine.bound.WorkerThread;
import dev.heed.engine.ir.Block;
import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Terminator;
import dev.heed.engine.ir.TypeDeclaration;
import dev.heed.engine.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Handles that are stored after a look at the flag of a cancel, and with none behind: a cancel in between sets the flag too late
 * for who stores, and finds nothing to cancel.
 */
public final class LateRegistrations {
    private static final Set<String> CANCELLERS = Set.of("cancel", "dispose", "unsubscribe", "abort");
    private static final Set<String> CANCELS = Set.of("cancel", "dispose", "unsubscribe", "abort", "interrupt");
    private static final Set<String> SETS_FLAG = Set.of("set", "compareAndSet", "getAndSet", "setRelease");
    private static final Set<String> TAKES = Set.of("get", "getAndSet", "getAcquire");
    private static final Set<String> STORES = Set.of("set", "setRelease");
    private static final Set<String> LOCKS = Set.of("lock", "lockInterruptibly", "tryLock", "writeLock", "readLock");
    private static final String ATOMIC_FLAG = "java.util.concurrent.atomic.AtomicBoolean";
    private static final String ATOMIC_REFERENCE = "java.util.concurrent.atomic.AtomicReference";
    private static final int MAX_DEPTH = 2;

    /**
     * A store that a cancel may miss.
     *
     * @param registrar the function that stores the handle
     * @param check where it looks at the flag
     * @param store where it stores
     * @param written where the canceller sets the flag
     * @param cancel where the canceller cancels what is stored
     */
    public record Late(
            Function registrar, Span check, Span store, FieldRef flag, FieldRef handle, Span written, Op.Call cancel) {}

    private final ProgramFacts facts;

    public LateRegistrations(ProgramFacts facts) {
        this.facts = facts;
    }

    /** The stores that a function misses, if it is one that cancels. */
    public List<Late> missedBy(Function canceller) {
        boolean mayCancel = canceller.kind() == Function.Kind.METHOD
                && CANCELLERS.contains(canceller.ref().name())
                && canceller.hasBody();
        TypeDeclaration owner = mayCancel ? facts.type(canceller.ref().owner()) : null;
        if (owner == null) {
            return List.of();
        }
        Definitions definitions = new Definitions(canceller);
        Map<FieldRef, Span> flags = flags(canceller, definitions, owner);
        Map<FieldRef, Op.Call> handles =
                flags.isEmpty() ? Map.of() : handles(canceller, definitions, owner, flags.keySet());
        List<Late> found = new ArrayList<>();
        handles.forEach((handle, cancel) -> {
            for (Function registrar : facts.usingIn(canceller.file(), handle.name())) {
                if (mayRegister(registrar, canceller)) {
                    found.addAll(stores(registrar, handle, flags, cancel));
                }
            }
        });
        return found;
    }

    private static boolean mayRegister(Function registrar, Function canceller) {
        return registrar != canceller
                && registrar.kind() == Function.Kind.METHOD
                && registrar.ref().owner().equals(canceller.ref().owner())
                && !(isLocked(registrar) && isLocked(canceller));
    }

    private static boolean isLocked(Function function) {
        return function.modifiers().contains(Function.Modifier.SYNCHRONIZED)
                || function.blocks().stream()
                        .flatMap(block -> block.ops().stream())
                        .anyMatch(op -> op instanceof Op.MonitorEnter
                                || (op instanceof Op.Call call
                                        && LOCKS.contains(call.callee().name())));
    }

    // ---- the canceller ----

    /** The fields that it sets to true and that other threads see. */
    private static Map<FieldRef, Span> flags(Function canceller, Definitions definitions, TypeDeclaration owner) {
        Map<FieldRef, Span> flags = new LinkedHashMap<>();
        for (Block block : canceller.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.FieldWrite write && isTrue(write.value()) && isVolatile(write.field(), owner)) {
                    flags.putIfAbsent(write.field(), write.span());
                } else if (op instanceof Op.Call call
                        && SETS_FLAG.contains(call.callee().name())
                        && !call.arguments().isEmpty()
                        && isTrue(call.arguments().get(call.arguments().size() - 1))) {
                    FieldRef field = read(call.receiver(), definitions);
                    if (field != null && field.type().equals(ATOMIC_FLAG)) {
                        flags.putIfAbsent(field, call.span());
                    }
                }
            }
        }
        return flags;
    }

    /** The fields that other threads see and of which it cancels what they hold. */
    private static Map<FieldRef, Op.Call> handles(
            Function canceller, Definitions definitions, TypeDeclaration owner, Set<FieldRef> flags) {
        Map<FieldRef, Op.Call> handles = new LinkedHashMap<>();
        for (Block block : canceller.blocks()) {
            for (Op op : block.ops()) {
                if (op instanceof Op.Call call && CANCELS.contains(call.callee().name()) && call.receiver() != null) {
                    FieldRef field = held(call.receiver(), definitions);
                    boolean isShared = field != null
                            && (field.type().equals(ATOMIC_REFERENCE) || isVolatile(field, owner))
                            && field.owner().equals(owner.name());
                    if (isShared && !flags.contains(field)) {
                        handles.putIfAbsent(field, call);
                    }
                }
            }
        }
        return handles;
    }

    private static boolean isTrue(Operand operand) {
        return operand instanceof Operand.Constant constant && Boolean.TRUE.equals(constant.value());
    }

    private static boolean isVolatile(FieldRef field, TypeDeclaration owner) {
        return owner.fields().stream()
                .anyMatch(declared -> declared.isVolatile() && declared.ref().equals(field));
    }

    private static @Nullable FieldRef read(@Nullable Operand operand, Definitions definitions) {
        return operand != null && definitions.single(operand) instanceof Op.FieldRead read ? read.field() : null;
    }

    /** The field that holds a value, itself or in an atomic reference. */
    private static @Nullable FieldRef held(Operand value, Definitions definitions) {
        if (definitions.single(value) instanceof Op.Call call
                && TAKES.contains(call.callee().name())) {
            FieldRef field = read(call.receiver(), definitions);
            return field != null && field.type().equals(ATOMIC_REFERENCE) ? field : null;
        }
        return read(value, definitions);
    }

    // ---- who stores ----

    private List<Late> stores(Function registrar, FieldRef handle, Map<FieldRef, Span> flags, Op.Call cancel) {
        List<Late> found = new ArrayList<>();
        Definitions definitions = new Definitions(registrar);
        for (Block block : registrar.blocks()) {
            for (int i = 0; i < block.ops().size(); i++) {
                Op op = block.ops().get(i);
                if (!isStore(op, handle, definitions)) {
                    continue;
                }
                for (Map.Entry<FieldRef, Span> flag : flags.entrySet()) {
                    Span check = check(registrar, block, flag.getKey(), definitions);
                    if (check != null && !looksAgain(block, i, flag.getKey())) {
                        found.add(
                                new Late(registrar, check, op.span(), flag.getKey(), handle, flag.getValue(), cancel));
                        return found;
                    }
                }
            }
        }
        return found;
    }

    private static boolean isStore(Op op, FieldRef handle, Definitions definitions) {
        if (op instanceof Op.FieldWrite write) {
            return write.field().equals(handle)
                    && write.object() instanceof Operand.This
                    && !(write.value() instanceof Operand.Constant);
        }
        return op instanceof Op.Call call
                && STORES.contains(call.callee().name())
                && call.arguments().size() == 1
                && !(call.arguments().get(0) instanceof Operand.Constant)
                && handle.equals(read(call.receiver(), definitions));
    }

    /** The test of the flag that decides whether the store is come to, or null. */
    private @Nullable Span check(Function registrar, Block store, FieldRef flag, Definitions definitions) {
        for (Block block : registrar.blocks()) {
            WorkerThread.check();
            if (block != store
                    && block.terminator() instanceof Terminator.Branch branch
                    && flag.equals(facts.stopFlags().testedField(branch.test(), definitions))
                    && reaches(branch.ifTrue(), store, block) != reaches(branch.ifFalse(), store, block)) {
                return branch.span();
            }
        }
        return null;
    }

    private static boolean reaches(Block from, Block to, Block without) {
        return after(from, without).contains(to);
    }

    private static Set<Block> after(Block from, @Nullable Block without) {
        Set<Block> seen = new LinkedHashSet<>();
        Deque<Block> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            Block block = open.remove();
            if (block != without && seen.add(block)) {
                open.addAll(Loops.flow(block));
            }
        }
        return seen;
    }

    /** Whether the flag may be read again behind the store. */
    private boolean looksAgain(Block store, int index, FieldRef flag) {
        List<Op> ops = store.ops();
        for (int i = index + 1; i < ops.size(); i++) {
            if (mayRead(ops.get(i), flag, 0)) {
                return true;
            }
        }
        Set<Block> behind = new LinkedHashSet<>();
        Loops.flow(store).forEach(next -> behind.addAll(after(next, null)));
        return behind.stream().flatMap(block -> block.ops().stream()).anyMatch(op -> mayRead(op, flag, 0));
    }

    private boolean mayRead(Op op, FieldRef flag, int depth) {
        if (op instanceof Op.FieldRead read) {
            return read.field().equals(flag);
        }
        if (!(op instanceof Op.Call call)) {
            return false;
        }
        List<Function> targets = facts.targets(call);
        boolean isOwn = call.receiver() instanceof Operand.This;
        if (depth >= MAX_DEPTH || targets.isEmpty()) {
            return isOwn;
        }
        return targets.stream()
                .flatMap(target -> target.blocks().stream())
                .flatMap(block -> block.ops().stream())
                .anyMatch(inner -> mayRead(inner, flag, depth + 1));
    }
}
