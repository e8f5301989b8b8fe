package dev.heed.frontend.java.types;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import dev.heed.frontend.java.skim.SharedNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What names mean in a file from its head.
 *
 * @param packageName empty for the unnamed package
 * @param imports qualified name by simple name
 * @param onDemand packages and types whose types are imported
 * @param staticImports the types that may have a static member of a simple name
 * @param staticOnDemand types whose static members are imported
 * @param modules whose exported packages are imported
 * @param meanings what has been found out
 */
record FileContext(
        String packageName,
        Map<String, String> imports,
        List<String> onDemand,
        Map<String, List<String>> staticImports,
        List<String> staticOnDemand,
        List<String> modules,
        Meanings meanings) {

    FileContext(
            String packageName,
            Map<String, String> imports,
            List<String> onDemand,
            Map<String, List<String>> staticImports,
            List<String> staticOnDemand,
            List<String> modules) {
        this(packageName, imports, onDemand, staticImports, staticOnDemand, modules, new Meanings());
    }

    /** What simple names mean by this head, as far as it has been asked for; goes with the head. */
    static final class Meanings {
        private volatile @Nullable Known known;

        private record Known(TypeStore store, Map<String, JavaType> names) {}

        /** The names among the types of a store. */
        Map<String, JavaType> in(TypeStore store) {
            Known found = known;
            if (found == null || found.store != store) {
                found = new Known(store, new ConcurrentHashMap<>());
                known = found;
            }
            return found.names;
        }

        /** Two heads that say the same are equal, whatever has been asked of them. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Meanings;
        }

        @Override
        public int hashCode() {
            return 0;
        }

        @Override
        public String toString() {
            return "";
        }
    }

    static FileContext of(CompilationUnit unit) {
        Map<String, String> imports = new LinkedHashMap<>();
        List<String> onDemand = new ArrayList<>();
        Map<String, List<String>> staticImports = new LinkedHashMap<>();
        List<String> staticOnDemand = new ArrayList<>();
        List<String> modules = new ArrayList<>();
        for (ImportDeclaration declaration : unit.getImports()) {
            String name = declaration.getNameAsString();
            if (declaration.isModule()) {
                modules.add(name);
            } else if (declaration.isAsterisk()) {
                (declaration.isStatic() ? staticOnDemand : onDemand).add(name);
            } else {
                int dot = name.lastIndexOf('.');
                String simple = name.substring(dot + 1);
                if (declaration.isStatic() && dot > 0) {
                    staticImports
                            .computeIfAbsent(simple, key -> new ArrayList<>())
                            .add(name.substring(0, dot));
                } else {
                    imports.put(simple, name);
                }
            }
        }
        String packageName =
                unit.getPackageDeclaration().map(p -> p.getNameAsString()).orElse("");
        return new FileContext(packageName, imports, onDemand, staticImports, staticOnDemand, modules);
    }

    String qualify(String simpleName) {
        return packageName.isEmpty() ? simpleName : SharedNames.of(packageName + "." + simpleName);
    }
}
