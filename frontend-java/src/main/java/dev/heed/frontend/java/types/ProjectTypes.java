package dev.heed.frontend.java.types;

import com.github.javaparser.ast.CompilationUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The declarations in a project's sources. Immutable. */
public final class ProjectTypes {
    private final Map<String, SourceType> types;
    private final Set<String> packages;

    private ProjectTypes(Map<String, SourceType> types) {
        this.types = types;
        this.packages = new HashSet<>();
        types.values().forEach(type -> packages.add(type.file().packageName()));
    }

    /** A project without sources. */
    public static ProjectTypes none() {
        return new ProjectTypes(Map.of());
    }

    @Nullable
    SourceType find(String binaryName) {
        return types.get(binaryName);
    }

    boolean hasPackage(String name) {
        return packages.contains(name);
    }

    /** The declarations in any order. */
    Iterable<SourceType> all() {
        return types.values();
    }

    /** Collects declarations; several threads may add. */
    public static final class Builder {
        private final Map<String, Entry> found = new ConcurrentHashMap<>();

        /**
         * Adds the types declared in a unit; nothing of the tree is kept. Of two types of one name that of the file whose
         * path sorts first is kept.
         *
         * @param path the file, for telling which came first
         */
        public void add(CompilationUnit unit, String path) {
            for (SourceType type : SourceExtractor.extract(unit)) {
                found.merge(
                        type.name(),
                        new Entry(path, type),
                        (old, added) -> added.path.compareTo(old.path) < 0 ? added : old);
            }
        }

        public ProjectTypes build() {
            Map<String, SourceType> types = new ConcurrentHashMap<>();
            found.forEach((name, entry) -> types.put(name, entry.type));
            return new ProjectTypes(types);
        }

        private record Entry(String path, SourceType type) {}
    }
}
