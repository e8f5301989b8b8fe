package dev.heed.frontend.java.types;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.type.TypeParameter;
import org.jspecify.annotations.Nullable;

/** Finds local classes by simple name, from where the name stands. */
final class LocalTypes {

    private LocalTypes() {}

    /**
     * The binary name of the local class that a simple name means at a place; null if it means something else. A type
     * parameter or a member type that is nearer hides a local class.
     */
    static @Nullable String find(UnitNames names, Node place, String simpleName) {
        Node node = names.hasLocal(simpleName) ? place : null;
        while (node != null) {
            for (TypeDeclaration<?> local : names.localsIn(node)) {
                if (local.getNameAsString().equals(simpleName)) {
                    return names.nameOf(local);
                }
            }
            if (node instanceof CallableDeclaration<?> callable && binds(callable, simpleName)) {
                return null;
            }
            if (names.nameOf(node) != null && declares(node, simpleName)) {
                return null;
            }
            node = node.getParentNode().orElse(null);
        }
        return null;
    }

    private static boolean binds(CallableDeclaration<?> callable, String name) {
        for (TypeParameter parameter : callable.getTypeParameters()) {
            if (parameter.getNameAsString().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean declares(Node type, String name) {
        return UnitNames.bodyOf(type).stream()
                .anyMatch(member -> member instanceof TypeDeclaration<?> nested
                        && nested.getNameAsString().equals(name));
    }
}
