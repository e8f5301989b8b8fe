package dev.heed.engine.facts;

import dev.heed.engine.ir.Callee;
import dev.heed.engine.ir.Confidence;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.TypeDeclaration;
import dev.heed.engine.types.Hierarchy;
import dev.heed.engine.types.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which of the project's functions a call may run. */
final class VirtualCalls {
    /** More implementations than this, and a call is treated as a call of the declaration alone. */
    private static final int MAX_IMPLEMENTATIONS = 24;

    private final Map<MethodRef, Function> functions;
    private final Map<String, TypeDeclaration> types;
    private final Hierarchy hierarchy;
    private final Map<MethodRef, List<Function>> implementations = new HashMap<>();
    private final Map<VirtualCall, List<Function>> known = new ConcurrentHashMap<>();

    /** What a virtual call may run depends on the method and the static type of the receiver alone. */
    private record VirtualCall(MethodRef method, String receiverType) {}

    /**
     * Of a program of which functions are still to come.
     *
     * @param functions of the project
     * @param types of the project, by name
     */
    VirtualCalls(Map<MethodRef, Function> functions, Map<String, TypeDeclaration> types, Hierarchy hierarchy) {
        this.functions = functions;
        this.types = types;
        this.hierarchy = hierarchy;
    }

    /** Takes in a function of the project. */
    void add(Function function) {
        for (MethodRef overridden : function.overrides()) {
            implementations.computeIfAbsent(overridden, k -> new ArrayList<>(2)).add(function);
        }
    }

    /** As {@link ProgramFacts#targets}. */
    List<Function> targets(Op.Call call) {
        Callee callee = call.callee();
        if (callee.candidates().isEmpty() || callee.confidence() == Confidence.UNRESOLVED) {
            return List.of();
        }
        MethodRef ref = callee.candidates().get(0);
        Function declared = functions.get(ref);
        List<Function> overriding = implementations.getOrDefault(ref, List.of());
        if (declared == null && (overriding.isEmpty() || types.get(callee.receiverType()) == null)) {
            return List.of();
        }
        if (overriding.isEmpty() || callee.isStatic() || callee.isConstructor()) {
            return declared == null ? List.of() : List.of(declared);
        }
        return known.computeIfAbsent(
                new VirtualCall(ref, callee.receiverType()), key -> mayRun(declared, overriding, key.receiverType()));
    }

    private List<Function> mayRun(@Nullable Function declared, List<Function> overriding, String receiverType) {
        List<Function> result = new ArrayList<>();
        if (declared != null) {
            result.add(declared);
        }
        for (Function candidate : overriding) {
            if (mayReceive(candidate, receiverType)) {
                result.add(candidate);
            }
        }
        return result.size() > MAX_IMPLEMENTATIONS
                ? (declared == null ? List.of() : List.of(declared))
                : List.copyOf(result);
    }

    /** Whether a receiver of this static type may be one on which this function runs. */
    private boolean mayReceive(Function candidate, String receiverType) {
        Truth below = hierarchy.isSubtype(candidate.ref().owner(), receiverType);
        return below.isYes() || (!below.isNo() && functions.containsKey(candidate.ref()));
    }

    /** Whether a function of the project overrides this one. */
    boolean isOverridden(Function function) {
        return implementations.containsKey(function.ref());
    }
}
