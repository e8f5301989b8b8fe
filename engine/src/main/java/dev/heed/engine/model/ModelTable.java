package dev.heed.engine.model;

import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.model.MethodEntry.Merge;
import dev.heed.engine.model.TypeEntry.SignalFact;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The entries of all model files, in the order in which they count. Knows nothing of who extends whom. */
final class ModelTable {
    private final Map<String, List<TypeEntry>> types = new TreeMap<>();
    /** By type and name; one list for each file that speaks of them, the more exact signatures first. */
    private final Map<String, Map<String, List<List<MethodEntry>>>> methods = new HashMap<>();

    private final Set<String> methodNames = new HashSet<>();
    private final List<Said> said = new ArrayList<>();
    private final Map<String, Set<String>> alsoForTypes = new HashMap<>();
    private final Map<String, Set<String>> alsoForReceivers = new HashMap<>();
    private final Map<NameAndCount, Set<String>> byName = new HashMap<>();

    /**
     * Sorts the entries in.
     *
     * @param entries what wins comes first
     */
    ModelTable(List<TypeEntry> entries) {
        // The shipped models hold what they say of many methods only once.
        IdentityHashMap<Map<Effect, Object>, Set<String>> namesByEffects = new IdentityHashMap<>();
        for (TypeEntry entry : entries) {
            types.computeIfAbsent(entry.type(), key -> new ArrayList<>()).add(entry);
            addAlias(alsoForTypes, entry.alsoForTypes(), entry.type());
            addAlias(alsoForReceivers, entry.alsoForReceivers(), entry.type());
            Map<String, List<MethodEntry>> ofFile = new LinkedHashMap<>();
            for (int precision = Signature.MOST_PRECISE; precision >= 0; precision--) {
                for (MethodEntry method : entry.methods()) {
                    if (method.signature().precision() == precision) {
                        ofFile.computeIfAbsent(method.signature().name(), key -> new ArrayList<>(2))
                                .add(method);
                    }
                }
            }
            Map<String, List<List<MethodEntry>>> ofType = methods.computeIfAbsent(entry.type(), key -> new HashMap<>());
            ofFile.forEach((name, group) -> {
                ofType.computeIfAbsent(name, key -> new ArrayList<>(1)).add(group);
                methodNames.add(name);
                for (MethodEntry method : group) {
                    addByName(entry.type(), method);
                    addCalledName(
                            namesByEffects.computeIfAbsent(method.effects(), key -> new HashSet<>()),
                            entry.type(),
                            name);
                }
            });
        }
        namesByEffects.forEach((effects, names) -> {
            Merge merge = new Merge();
            merge.addBelow(effects);
            said.add(new Said(merge.toModel(), names));
        });
    }

    private static void addCalledName(Set<String> names, String type, String method) {
        if (method.equals(MethodRef.CONSTRUCTOR)) {
            names.add(TypeNames.simpleName(type));
            names.add("super");
        } else {
            names.add(method);
        }
    }

    private static void addAlias(Map<String, Set<String>> aliases, List<String> names, String type) {
        for (String name : names) {
            aliases.computeIfAbsent(name, key -> new TreeSet<>()).add(type);
        }
    }

    private void addByName(String type, MethodEntry method) {
        if (method.byName()) {
            Signature signature = method.signature();
            byName.computeIfAbsent(new NameAndCount(signature.name(), signature.arity()), key -> new TreeSet<>())
                    .add(type);
        }
    }

    boolean hasMethodsNamed(String name) {
        return methodNames.contains(name);
    }

    /** As {@link Models#methodNames}. */
    Set<String> methodNames(Predicate<MethodModel> wanted) {
        Set<String> found = new TreeSet<>();
        for (Said one : said) {
            if (wanted.test(one.model())) {
                found.addAll(one.names());
            }
        }
        return found;
    }

    /** Adds below what is already there what the files say of one method of exactly this type. */
    void addMethod(Merge merge, String type, String name, @Nullable List<String> parameters, int arguments) {
        for (List<MethodEntry> group : methods.getOrDefault(type, Map.of()).getOrDefault(name, List.of())) {
            if (parameters == null) {
                addUnknownOverload(merge, group, arguments);
                continue;
            }
            for (MethodEntry entry : group) {
                if (entry.signature().fits(parameters)) {
                    merge.addBelow(entry.effects());
                }
            }
        }
    }

    /** With the parameters unknown, overloads of one length count as far as they agree. */
    private static void addUnknownOverload(Merge merge, List<MethodEntry> group, int arguments) {
        List<Map<Effect, Object>> exact = new ArrayList<>();
        List<Map<Effect, Object>> wide = new ArrayList<>();
        for (MethodEntry entry : group) {
            if (entry.signature().takes(arguments)) {
                (entry.signature().parameters() == null ? wide : exact).add(entry.effects());
            }
        }
        merge.addBelow(agreed(exact));
        wide.forEach(merge::addBelow);
    }

    /** What the files say of methods of this name on a receiver of which only names are known. */
    void addByName(Merge merge, String name, int arguments, String receiverType, @Nullable String receiverName) {
        Set<String> like = new TreeSet<>(alsoForTypes.getOrDefault(TypeNames.simpleName(receiverType), Set.of()));
        if (receiverName != null) {
            like.addAll(alsoForReceivers.getOrDefault(receiverName, Set.of()));
        }
        addAgreed(merge, like, name, arguments);
        if (merge.isEmpty()) {
            addAgreed(merge, byName.getOrDefault(new NameAndCount(name, arguments), Set.of()), name, arguments);
        }
    }

    private void addAgreed(Merge merge, Set<String> ofTypes, String name, int arguments) {
        List<Map<Effect, Object>> said = new ArrayList<>();
        for (String type : ofTypes) {
            Merge one = new Merge();
            addMethod(one, type, name, null, arguments);
            if (!one.isEmpty()) {
                said.add(one.effects());
            }
        }
        merge.addBelow(agreed(said));
    }

    private static Map<Effect, Object> agreed(List<Map<Effect, Object>> said) {
        if (said.isEmpty()) {
            return Map.of();
        }
        Map<Effect, Object> agreed = new EnumMap<>(Effect.class);
        said.get(0).forEach((effect, value) -> {
            if (said.stream().allMatch(other -> Objects.equals(other.get(effect), value))) {
                agreed.put(effect, value);
            }
        });
        return agreed;
    }

    /** What the files say of exactly this type as an exception, what wins first. */
    List<TypeEntry> entries(String type) {
        return types.getOrDefault(type, List.of());
    }

    /** The types that are signals, sorted. */
    Set<String> signalTypes() {
        Set<String> signals = new TreeSet<>();
        types.forEach((type, entries) -> {
            SignalFact signal = firstSignal(entries);
            if (signal != null && signal.kind() != null) {
                signals.add(type);
            }
        });
        return signals;
    }

    private static @Nullable SignalFact firstSignal(List<TypeEntry> entries) {
        for (TypeEntry entry : entries) {
            if (entry.signal() != null) {
                return entry.signal();
            }
        }
        return null;
    }

    private record NameAndCount(String name, int arguments) {}

    /** What is said of some methods, and how they are called where they are called. */
    private record Said(MethodModel model, Set<String> names) {}
}
