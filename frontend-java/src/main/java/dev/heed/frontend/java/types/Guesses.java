package dev.heed.frontend.java.types;

import dev.heed.frontend.java.types.JavaType.ClassType;
import dev.heed.frontend.java.types.index.ClassSignature;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Guesses what a call on an unknown receiver calls: by name and number of arguments, if they fit only one declaration among
 * those of the platform's packages for threads, and the project. Thread-safe.
 */
final class Guesses {
    private static final Set<String> PACKAGES =
            Set.of("java.lang", "java.util.concurrent", "java.util.concurrent.locks", "java.util.concurrent.atomic");
    private static final String INTERRUPTED = "java/lang/InterruptedException";

    /** A method that so many types declare says nothing. */
    private static final int MAX_OWNERS = 50;

    private final TypeStore store;
    private final TypeSystem types;
    private final Map<String, Optional<MethodInfo>> answers = new ConcurrentHashMap<>();
    private volatile @Nullable Map<String, Set<String>> owners;

    Guesses(TypeStore store, TypeSystem types) {
        this.store = store;
        this.types = types;
    }

    /** The one declaration that fits; null if none does, several do, or the name is a common one. */
    @Nullable
    MethodInfo guess(String name, int arguments) {
        if (name.chars().noneMatch(Character::isUpperCase)) {
            return null;
        }
        String key = name + "/" + arguments;
        Optional<MethodInfo> known = answers.get(key);
        if (known == null) {
            known = Optional.ofNullable(find(name, arguments)).filter(this::isDistinctive);
            answers.put(key, known);
        }
        return known.orElse(null);
    }

    private @Nullable MethodInfo find(String name, int arguments) {
        Set<String> declaring = owners().getOrDefault(name, Set.of());
        if (declaring.size() > MAX_OWNERS) {
            return null;
        }
        List<MethodInfo> found = new ArrayList<>();
        for (String owner : declaring) {
            TypeInfo info = store.find(owner);
            for (MethodInfo method : info == null ? List.<MethodInfo>of() : info.methods(name)) {
                if (method.parameters().size() == arguments && !method.isPrivate()) {
                    found.add(method);
                }
            }
        }
        List<MethodInfo> roots = found.stream()
                .filter(method -> found.stream().noneMatch(other -> isAbove(other, method)))
                .toList();
        return roots.size() == 1 ? roots.get(0) : null;
    }

    private Map<String, Set<String>> owners() {
        Map<String, Set<String>> known = owners;
        if (known == null) {
            synchronized (this) { // no two threads go over everything
                known = owners;
                if (known == null) {
                    known = collect();
                    owners = known;
                }
            }
        }
        return known;
    }

    private boolean isAbove(MethodInfo other, MethodInfo method) {
        return !other.owner().equals(method.owner())
                && types.isSubclass(method.owner(), other.owner()).isYes();
    }

    /** Types by the names of the methods that they declare: those that may be interrupted, and the project's. */
    private Map<String, Set<String>> collect() {
        Map<String, Set<String>> result = new HashMap<>();
        Set<String> interruptible = new HashSet<>();
        List<ClassSignature> platform = store.platform().inPackages(PACKAGES);
        for (ClassSignature type : platform) {
            for (ClassSignature.Method method : type.methods()) {
                if (method.exceptions().contains(INTERRUPTED)) {
                    interruptible.add(method.name());
                }
            }
        }
        for (ClassSignature type : platform) {
            for (ClassSignature.Method method : type.methods()) {
                if (interruptible.contains(method.name())) {
                    result.computeIfAbsent(method.name(), key -> new TreeSet<>())
                            .add(type.name().replace('/', '.'));
                }
            }
        }
        for (SourceType type : store.project().all()) {
            for (SourceType.Method method : type.methods()) {
                // What is private is no candidate, and must not make a name one of many either.
                boolean isHidden = method.name().equals("<init>") || Modifier.isPrivate(method.flags());
                if (!isHidden && (type.isMember() || interruptible.contains(method.name()))) {
                    result.computeIfAbsent(method.name(), key -> new TreeSet<>())
                            .add(type.name());
                }
            }
        }
        return result;
    }

    /** Whether a method's name is one that few libraries use for something else. */
    private boolean isDistinctive(MethodInfo method) {
        String name = method.name();
        long capitals = name.chars().filter(Character::isUpperCase).count();
        boolean isPlatform = method.owner().startsWith("java.");
        return isPlatform
                ? capitals >= 1
                : capitals >= 2 && method.thrown().stream().anyMatch(this::isInterrupt);
    }

    private boolean isInterrupt(JavaType type) {
        return type instanceof ClassType named && named.name().equals("java.lang.InterruptedException");
    }
}
