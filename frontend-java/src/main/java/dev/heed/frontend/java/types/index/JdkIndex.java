package dev.heed.frontend.java.types.index;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The platform's API as it was built into Heed. It is read once, the part outside of {@code java.base} only when it is
 * first needed: most programs never look there. Thread-safe.
 */
public final class JdkIndex {
    static final String CORE = "jdk-core.index";
    static final String REST = "jdk-rest.index";
    static final String PACKAGES = "jdk.packages";
    static final String CORE_MODULE = "java.base";

    private final IndexPart core = IndexPart.read(CORE);
    /** The module by package. */
    private final Map<String, String> modules = new HashMap<>();

    private JdkIndex() {
        String lines = new String(IndexPart.bytes(PACKAGES), StandardCharsets.UTF_8);
        int at = 0;
        while (at < lines.length()) {
            int blank = lines.indexOf(' ', at);
            int end = lines.indexOf('\n', at);
            modules.put(lines.substring(at, blank), lines.substring(blank + 1, end));
            at = end + 1;
        }
    }

    private static final class Holder {
        static final JdkIndex INDEX = new JdkIndex();
    }

    private static final class Rest {
        static final IndexPart PART = IndexPart.read(REST);
    }

    /** The index; it never changes. */
    public static JdkIndex load() {
        return Holder.INDEX;
    }

    private @Nullable IndexPart partOf(String packageName) {
        String module = modules.get(packageName);
        return module == null ? null : module.equals(CORE_MODULE) ? core : Rest.PART;
    }

    /** The declaration of a type by internal name, or null. */
    public @Nullable ClassSignature find(String internalName) {
        int slash = internalName.lastIndexOf('/');
        IndexPart part =
                slash < 0 ? null : partOf(internalName.substring(0, slash).replace('/', '.'));
        return part == null ? null : part.find(internalName);
    }

    /** Whether it has types in this package; with dots between the names. */
    public boolean hasPackage(String name) {
        return modules.containsKey(name);
    }

    /** The types directly in packages. */
    public List<ClassSignature> inPackages(Set<String> names) {
        List<ClassSignature> found = new ArrayList<>();
        for (String name : names.stream().sorted().toList()) {
            IndexPart part = partOf(name);
            if (part != null) {
                found.addAll(part.inPackage(name));
            }
        }
        return found;
    }

    /** The packages that a module exports, sorted; {@code java.se} stands for all modules of the platform. */
    public List<String> packagesOf(String module) {
        boolean isAll = module.equals("java.se");
        return modules.entrySet().stream()
                .filter(entry -> isAll
                        ? entry.getValue().startsWith("java.")
                        : entry.getValue().equals(module))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    List<IndexPart> parts() {
        return List.of(core, Rest.PART);
    }
}
