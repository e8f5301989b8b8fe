package dev.heed.frontend.java.types;

import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The binary names of all types declared in a unit, local and anonymous ones included. Those are numbered within the type
 * around them, in the order of the text.
 */
final class UnitNames {
    private final Map<Node, String> names = new IdentityHashMap<>();
    private final Map<Node, List<TypeDeclaration<?>>> locals = new IdentityHashMap<>();
    private final Set<String> localNames = new HashSet<>();
    private final List<Node> inOrder = new ArrayList<>();

    private UnitNames() {}

    static UnitNames of(CompilationUnit unit) {
        return of(
                unit, unit.getPackageDeclaration().map(p -> p.getNameAsString()).orElse(""));
    }

    /** The same, of a unit whose package is known otherwise. */
    static UnitNames of(CompilationUnit unit, String packageName) {
        return of(unit, packageName, true);
    }

    /** The same, of a unit of which it is known that no types stand inside of its code. */
    static UnitNames ofMembers(CompilationUnit unit, String packageName) {
        return of(unit, packageName, false);
    }

    private static UnitNames of(CompilationUnit unit, String packageName, boolean looksInside) {
        UnitNames result = new UnitNames();
        String prefix = packageName.isEmpty() ? "" : packageName + ".";
        Deque<Node> open = new ArrayDeque<>();
        for (TypeDeclaration<?> type : unit.getTypes()) {
            result.name(type, prefix + type.getNameAsString(), open);
        }
        while (!open.isEmpty()) {
            result.nameTypesIn(open.remove(), looksInside, open);
        }
        return result;
    }

    private void name(Node type, String name, Deque<Node> open) {
        names.put(type, name);
        inOrder.add(type);
        open.add(type);
    }

    private void nameTypesIn(Node type, boolean looksInside, Deque<Node> open) {
        String outer = names.getOrDefault(type, "?");
        List<Node> hidden = new ArrayList<>();
        for (BodyDeclaration<?> member : bodyOf(type)) {
            if (member instanceof TypeDeclaration<?> nested) {
                name(nested, outer + "$" + nested.getNameAsString(), open);
            } else if (looksInside) {
                collect(member, hidden);
            }
        }
        if (looksInside && type instanceof EnumDeclaration declaration) {
            declaration.getEntries().forEach(entry -> collect(entry, hidden));
        }
        hidden.sort(Comparator.comparing(UnitNames::begin));
        Map<String, Integer> counts = new HashMap<>();
        for (Node node : hidden) {
            String simple = node instanceof TypeDeclaration<?> local ? local.getNameAsString() : "";
            int number = counts.merge(simple, 1, Integer::sum);
            name(node, outer + "$" + number + simple, open);
            if (node instanceof TypeDeclaration<?> local) {
                // LocalClassDeclarationStmt and LocalRecordDeclarationStmt stand between the type and its block.
                Node statement = local.getParentNode().orElse(local);
                Node block = statement.getParentNode().orElse(statement);
                locals.computeIfAbsent(block, key -> new ArrayList<>()).add(local);
                localNames.add(simple);
            }
        }
    }

    private static Position begin(Node node) {
        return node.getRange().map(range -> range.begin).orElse(Position.HOME);
    }

    /** Finds local and anonymous types below a node, but not in one another. */
    private static void collect(Node start, List<Node> found) {
        Deque<Node> open = new ArrayDeque<>();
        open.push(start);
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node instanceof TypeDeclaration<?>) {
                found.add(node);
                continue;
            }
            List<? extends Node> body = List.of();
            if (node instanceof ObjectCreationExpr creation
                    && creation.getAnonymousClassBody().isPresent()) {
                found.add(node);
                body = creation.getAnonymousClassBody().get();
            } else if (node instanceof EnumConstantDeclaration constant
                    && !constant.getClassBody().isEmpty()) {
                found.add(node);
                body = constant.getClassBody();
            }
            for (Node child : node.getChildNodes()) {
                if (body.isEmpty() || !containsIdentical(body, child)) {
                    open.push(child);
                }
            }
        }
    }

    private static boolean containsIdentical(List<? extends Node> nodes, Node wanted) {
        return wanted instanceof BodyDeclaration<?> && nodes.stream().anyMatch(node -> node == wanted);
    }

    /** The members of a type declaration, of an anonymous class, or of an enum constant with a body. */
    static List<BodyDeclaration<?>> bodyOf(Node type) {
        if (type instanceof TypeDeclaration<?> declaration) {
            return declaration.getMembers();
        } else if (type instanceof ObjectCreationExpr creation) {
            return creation.getAnonymousClassBody()
                    .<List<BodyDeclaration<?>>>map(body -> body)
                    .orElse(List.of());
        } else if (type instanceof EnumConstantDeclaration constant) {
            return constant.getClassBody();
        }
        return List.of();
    }

    /** The binary name of a type declared here, or null for any other node. */
    @Nullable
    String nameOf(Node node) {
        return names.get(node);
    }

    /** The local types that are declared directly in a block. */
    List<TypeDeclaration<?>> localsIn(Node block) {
        return locals.getOrDefault(block, List.of());
    }

    /** Whether a declaring node is a top-level or member type. */
    boolean isMember(Node type) {
        Node parent = type.getParentNode().orElse(null);
        return type instanceof TypeDeclaration<?>
                && (parent == null || parent instanceof CompilationUnit || names.containsKey(parent));
    }

    /** The place of a member in the body of its type. */
    interface Numbers {
        /** From 0, or -1 if it is unknown. */
        int of(Node type, Node member);
    }

    /** The place of a member in the body of its type, or -1. */
    static int numberOf(Node type, Node member) {
        List<BodyDeclaration<?>> members = bodyOf(type);
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i) == member) {
                return i;
            }
        }
        return -1;
    }

    /** Whether some local type has this simple name. */
    boolean hasLocal(String simpleName) {
        return localNames.contains(simpleName);
    }

    /** All declaring nodes; outer ones before those in them. */
    List<Node> all() {
        return inOrder;
    }

    /**
     * The type in whose body a node stands, or null above all types. What stands in front of a body (arguments of an
     * anonymous class, annotations, supertypes) belongs to the type around.
     */
    @Nullable
    Node typeAround(Node start) {
        Node child = start;
        Node parent = start.getParentNode().orElse(null);
        while (parent != null) {
            if (names.containsKey(parent) && child instanceof BodyDeclaration<?>) {
                return parent;
            }
            child = parent;
            parent = parent.getParentNode().orElse(null);
        }
        return null;
    }
}
