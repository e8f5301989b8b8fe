package dev.heed.engine.model;

import dev.heed.engine.text.Nearest;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** The types that a model file speaks of, and those of the shipped files, so that values can name them without package. */
final class TypeNames {
    private static final Pattern BINARY_NAME =
            Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*");

    private final Map<String, TreeSet<String>> bySimpleName = new HashMap<>();

    private final @Nullable TypeNames others;

    /**
     * Starts empty.
     *
     * @param others where to look up names that are not in here, or null
     */
    TypeNames(@Nullable TypeNames others) {
        this.others = others;
    }

    void add(String type) {
        bySimpleName.computeIfAbsent(simpleName(type), key -> new TreeSet<>()).add(type);
    }

    static boolean isTypeName(String text) {
        return BINARY_NAME.matcher(text).matches();
    }

    static String simpleName(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }

    /** The full name; null if the name is none or stands for several, which has then been reported. */
    @Nullable
    String resolve(Node node, String name, Problems problems) {
        if (!isTypeName(name)) {
            problems.at(node, "'" + name + "' is not a type; write a name like 'java.lang.InterruptedException'.");
            return null;
        }
        if (name.indexOf('.') >= 0) {
            return name;
        }
        TreeSet<String> types = bySimpleName.getOrDefault(name, new TreeSet<>());
        if (types.isEmpty() && others != null) {
            return others.resolve(node, name, problems);
        }
        if (types.size() == 1) {
            return types.first();
        }
        if (types.isEmpty()) {
            String hint = Nearest.to(name, new TreeSet<>(bySimpleName.keySet()))
                    .map(near -> "; did you mean '" + near + "'?")
                    .orElse(".");
            problems.at(node, "No model file has a type '" + name + "': write its full name, with the package" + hint);
        } else {
            problems.at(node, "'" + name + "' may be " + Suggestion.list(types) + ": write the full name.");
        }
        return null;
    }
}
