package dev.heed.frontend.java.types;

import dev.heed.frontend.java.types.index.ClassSignature;
import dev.heed.frontend.java.types.index.JdkIndex;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds a declaration by name: in the project, then on the class path, then in the platform. Thread-safe. */
final class TypeStore {
    private final ProjectTypes project;
    private final ClassPath classPath;
    private final JdkIndex platform;
    private final Map<String, Optional<TypeInfo>> known = new ConcurrentHashMap<>();
    private final ThreadLocal<Set<String>> inProgress = ThreadLocal.withInitial(HashSet::new);
    private final Map<String, Boolean> packages = new ConcurrentHashMap<>();

    TypeStore(ProjectTypes project, ClassPath classPath, JdkIndex platform) {
        this.project = project;
        this.classPath = classPath;
        this.platform = platform;
    }

    ProjectTypes project() {
        return project;
    }

    JdkIndex platform() {
        return platform;
    }

    /** The declaration of a type by binary name, or null. */
    @Nullable
    TypeInfo find(String name) {
        Optional<TypeInfo> found = known.get(name);
        if (found == null) {
            found = Optional.ofNullable(read(name));
            Optional<TypeInfo> other = known.putIfAbsent(name, found);
            found = other == null ? found : other;
        }
        return found.orElse(null);
    }

    private @Nullable TypeInfo read(String name) {
        SourceType source = project.find(name);
        if (source != null) {
            return new SourceTypeInfo(source, this);
        }
        String internalName = name.replace('.', '/');
        ClassSignature binary = isOfPlatform(name) ? platform.find(internalName) : null;
        if (binary == null) {
            binary = classPath.find(internalName);
        }
        if (binary == null) {
            binary = platform.find(internalName);
        }
        return binary == null ? null : new BinaryTypeInfo(binary, this);
    }

    private static boolean isOfPlatform(String name) {
        return name.startsWith("java.");
    }

    /**
     * The supertypes of a type; none while they are being read: a cycle, which is an error in the text (JLS 8.1.4).
     */
    List<JavaType> supertypesOf(TypeInfo type) {
        List<JavaType> read = type.knownSupertypes();
        if (read != null) {
            return read;
        }
        Set<String> reading = inProgress.get();
        if (!reading.add(type.name())) {
            return List.of();
        }
        try {
            return type.supertypes();
        } finally {
            reading.remove(type.name());
        }
    }

    /** The binary name of the type of this simple name that imports of modules give; null if none, or several, do. */
    @Nullable
    String typeInModules(List<String> modules, String simpleName) {
        String found = null;
        for (String module : modules) {
            for (String packageName : platform.packagesOf(module)) {
                String candidate = packageName + "." + simpleName;
                TypeInfo type = find(candidate);
                if (type != null && type.isPublic() && !candidate.equals(found)) {
                    if (found != null) {
                        return null;
                    }
                    found = candidate;
                }
            }
        }
        return found;
    }

    /** Whether some type of this package is known. */
    boolean hasPackage(String name) {
        return packages.computeIfAbsent(
                name, key -> project.hasPackage(key) || classPath.hasPackage(key) || platform.hasPackage(key));
    }

    /** The binary name of the type that a canonical name means, or null if no such type is known. */
    @Nullable
    String binaryName(List<String> segments) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < segments.size(); i++) {
            name.append(i == 0 ? "" : ".").append(segments.get(i));
            if (find(name.toString()) != null) {
                for (int j = i + 1; j < segments.size(); j++) {
                    name.append('$').append(segments.get(j));
                }
                return i == segments.size() - 1 || find(name.toString()) != null ? name.toString() : null;
            }
        }
        return null;
    }

    /** The binary name of a canonical name of a type that is not known, guessed from capital letters. */
    static String guessedBinaryName(List<String> segments) {
        StringBuilder name = new StringBuilder();
        boolean inType = false;
        for (int i = 0; i < segments.size(); i++) {
            name.append(i == 0 ? "" : inType ? "$" : ".").append(segments.get(i));
            inType |= !segments.get(i).isEmpty()
                    && Character.isUpperCase(segments.get(i).charAt(0));
        }
        return name.toString();
    }
}
