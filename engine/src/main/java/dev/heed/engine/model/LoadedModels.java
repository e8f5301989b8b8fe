package dev.heed.engine.model;

import dev.heed.engine.ir.Callee;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.model.MethodEntry.Merge;
import dev.heed.engine.model.MethodModel.OnInterrupt;
import dev.heed.engine.model.MethodModel.ResourceEffect;
import dev.heed.engine.model.TypeModel.StatusWhenThrown;
import dev.heed.engine.types.Hierarchy;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Models read from files. What was looked up once is kept, for the hierarchy that was asked with last. */
final class LoadedModels implements Models {
    private static final Set<String> BROAD = Set.of("java.lang.Exception", "java.lang.Throwable");

    private final ModelTable table;
    private final Set<String> signalTypes;
    private volatile @Nullable Memo memo;

    LoadedModels(List<TypeEntry> entries) {
        this.table = new ModelTable(entries);
        this.signalTypes = Collections.unmodifiableSet(table.signalTypes());
    }

    @Override
    public MethodModel method(Callee callee, @Nullable String receiverName, int argumentCount, Hierarchy hierarchy) {
        MethodRef target =
                callee.candidates().isEmpty() ? null : callee.candidates().get(0);
        String name = target == null ? callee.name() : target.name();
        if (!callee.isConstructor() && !table.hasMethodsNamed(name)) {
            return MethodModel.NONE;
        }
        Query query = new Query(start(callee, target, hierarchy), name, parameters(callee, target), argumentCount);
        MethodModel model = memo(hierarchy).methods.computeIfAbsent(query, key -> find(key, hierarchy));
        if (model.equals(MethodModel.NONE) && target == null && !callee.isResolved()) {
            Merge merge = new Merge();
            String receiverType =
                    hierarchy.isKnown(callee.receiverType()) ? Hierarchy.UNKNOWN_TYPE : callee.receiverType();
            boolean typeIsUnknown = receiverType.equals(callee.receiverType());
            table.addByName(merge, name, argumentCount, receiverType, typeIsUnknown ? receiverName : null);
            model = merge.toModel();
        }
        return narrowed(model, callee, hierarchy);
    }

    private static @Nullable List<String> parameters(Callee callee, @Nullable MethodRef target) {
        if (target == null || (!callee.isResolved() && target.parameterTypes().isEmpty())) {
            return null;
        }
        return target.parameterTypes();
    }

    /** The type at which the search begins: the receiver's, if it inherits what is called. */
    private static String start(Callee callee, @Nullable MethodRef target, Hierarchy hierarchy) {
        if (target == null) {
            return callee.receiverType();
        }
        boolean inherits = !target.isConstructor()
                && !callee.receiverType().equals(target.owner())
                && hierarchy.isSubtype(callee.receiverType(), target.owner()).isYes();
        return inherits ? callee.receiverType() : target.owner();
    }

    private MethodModel find(Query query, Hierarchy hierarchy) {
        Merge merge = new Merge();
        if (query.name().equals(MethodRef.CONSTRUCTOR)) {
            table.addMethod(merge, query.type(), query.name(), query.parameters(), query.arguments());
            if (!merge.effects().containsKey(Effect.ACQUIRES) && isCloseable(query.type(), hierarchy)) {
                merge.effects().put(Effect.ACQUIRES, new ResourceEffect("closeable", Place.RESULT, false));
            }
        } else {
            for (String type : Lineage.of(query.type(), hierarchy)) {
                table.addMethod(merge, type, query.name(), query.parameters(), query.arguments());
            }
        }
        return merge.toModel();
    }

    private boolean isCloseable(String type, Hierarchy hierarchy) {
        for (String ancestor : Lineage.of(type, hierarchy)) {
            for (TypeEntry entry : table.entries(ancestor)) {
                if (entry.closeable() != null) {
                    return entry.closeable();
                }
            }
        }
        return false;
    }

    /** An override that does not declare the interrupt of what it overrides does not throw it. */
    private MethodModel narrowed(MethodModel model, Callee callee, Hierarchy hierarchy) {
        boolean throwsByModel =
                model.onInterrupt() == OnInterrupt.THROWS || model.onInterrupt() == OnInterrupt.THROWS_IF_WAITING;
        if (!throwsByModel || !model.delivers().isEmpty() || !callee.isResolved()) {
            return model;
        }
        for (String declared : callee.declaredThrows()) {
            TypeModel known = type(declared, hierarchy);
            boolean isSignal = known != null && known.signal() != null;
            if (isSignal || BROAD.contains(declared) || !hierarchy.isKnown(declared)) {
                return model;
            }
        }
        return model.withOnInterrupt(OnInterrupt.UNSPECIFIED);
    }

    @Override
    public Set<String> methodNames(Predicate<MethodModel> said) {
        return table.methodNames(said);
    }

    @Override
    public @Nullable TypeModel type(String type, Hierarchy hierarchy) {
        return memo(hierarchy)
                .types
                .computeIfAbsent(type, key -> Optional.ofNullable(findType(key, hierarchy)))
                .orElse(null);
    }

    private @Nullable TypeModel findType(String type, Hierarchy hierarchy) {
        TypeEntry.SignalFact signal = null;
        StatusWhenThrown status = null;
        Boolean carrier = null;
        Boolean restores = null;
        for (String ancestor : Lineage.of(type, hierarchy)) {
            for (TypeEntry entry : table.entries(ancestor)) {
                signal = signal == null ? entry.signal() : signal;
                status = status == null ? entry.statusWhenThrown() : status;
                carrier = carrier == null ? entry.carrier() : carrier;
                restores = restores == null ? entry.constructorRestores() : restores;
            }
        }
        if (signal == null && status == null && carrier == null && restores == null) {
            return null;
        }
        boolean constructorRestores = Boolean.TRUE.equals(restores);
        if (status == null) {
            status = constructorRestores ? StatusWhenThrown.SET : StatusWhenThrown.UNKNOWN;
        }
        return new TypeModel(
                type, signal == null ? null : signal.kind(), status, Boolean.TRUE.equals(carrier), constructorRestores);
    }

    @Override
    public Set<String> signalTypes() {
        return signalTypes;
    }

    private Memo memo(Hierarchy hierarchy) {
        Memo current = memo;
        if (current == null || !current.hierarchy.equals(hierarchy)) {
            current = new Memo(hierarchy);
            memo = current;
        }
        return current;
    }

    private record Query(String type, String name, @Nullable List<String> parameters, int arguments) {}

    private static final class Memo {
        private final Hierarchy hierarchy;
        private final ConcurrentMap<Query, MethodModel> methods = new ConcurrentHashMap<>();
        private final ConcurrentMap<String, Optional<TypeModel>> types = new ConcurrentHashMap<>();

        Memo(Hierarchy hierarchy) {
            this.hierarchy = hierarchy;
        }
    }
}
