package dev.heed.frontend.java.types;

import com.github.javaparser.ast.CompilationUnit;
import dev.heed.frontend.java.skim.LineMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

    /** What one unit declares; nothing of its tree is kept. */
    public static final class Declarations {
        private final String packageName;
        private final List<SourceType> types;

        private Declarations(String packageName, List<SourceType> types) {
            this.packageName = packageName;
            this.types = types;
        }

        /** Collects what a unit declares. */
        public static Declarations of(CompilationUnit unit) {
            String name = unit.getPackageDeclaration()
                    .map(declaration -> declaration.getNameAsString())
                    .orElse("");
            return new Declarations(name, SourceExtractor.extract(unit));
        }

        /** What a file declares, by its skim: types inside of code are left out. */
        public static Declarations of(UnitHead head, String text) {
            return new Declarations(head.unit().packageName(), SkimExtractor.extract(head, text));
        }

        /**
         * The same, with the types inside of code.
         *
         * @param unit a tree that has all code with types in it, perhaps with other members left out
         * @param head of the same file
         * @param lines where the lines of the parsed text are from
         */
        public Declarations withHidden(CompilationUnit unit, UnitHead head, LineMap lines) {
            List<SourceType> all = new ArrayList<>(types);
            Set<String> known = new HashSet<>();
            types.forEach(type -> known.add(type.name()));
            for (SourceType type : SourceExtractor.extract(unit, head.file(), new ReducedNumbers(head, lines))) {
                if (!known.contains(type.name())) {
                    all.add(type);
                }
            }
            return new Declarations(packageName, all);
        }

        List<SourceType> all() {
            return types;
        }

        /** The package, or the empty string. */
        public String packageName() {
            return packageName;
        }

        /** The binary names of the top-level types, in the order of the text. */
        public List<String> topLevelNames() {
            return types.stream()
                    .filter(type -> type.outer() == null && type.isMember())
                    .map(SourceType::name)
                    .toList();
        }
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
            add(Declarations.of(unit), path);
        }

        /** Adds what a unit declares. */
        public void add(Declarations declarations, String path) {
            for (SourceType type : declarations.types) {
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
