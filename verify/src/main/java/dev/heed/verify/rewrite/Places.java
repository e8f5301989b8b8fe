package dev.heed.verify.rewrite;

import dev.heed.verify.point.Delivery;
import dev.heed.verify.point.Site;
import java.util.List;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Names the sites of one method as its source would. */
final class Places {
    private final String className;
    private final String method;
    private final String file;

    Places(ClassNode type, MethodNode method) {
        this.className = type.name.replace('/', '.');
        this.method = sourceName(method.name);
        String simple = className.substring(className.lastIndexOf('.') + 1);
        this.file = type.sourceFile == null ? simple : type.sourceFile;
    }

    Site site(Site.Kind kind, int line, String what) {
        return site(kind, line, what, List.of(), List.of());
    }

    Site site(Site.Kind kind, int line, String what, List<Delivery> deliveries, List<String> failures) {
        return new Site(kind, className, method, file, line, what, deliveries, failures);
    }

    /** A call as one would write it: {@code Thread.sleep}, {@code new FileReader}. */
    static String call(String owner, String name) {
        String type = simpleName(owner);
        return name.equals("<init>") ? "new " + type : type + "." + name;
    }

    static String simpleName(String internalName) {
        String name = internalName.substring(internalName.lastIndexOf('/') + 1);
        return name.substring(name.lastIndexOf('$') + 1);
    }

    /** A lambda's body belongs to the method that it stands in. */
    private static String sourceName(String name) {
        if (!name.startsWith("lambda$")) {
            return name;
        }
        int end = name.indexOf('$', "lambda$".length());
        String around = end < 0 ? name : name.substring("lambda$".length(), end);
        return switch (around) {
            case "new" -> "<init>";
            case "static" -> "<clinit>";
            default -> around;
        };
    }
}
