package dev.heed.frontend.java.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import dev.heed.frontend.java.skim.LineMap;
import dev.heed.frontend.java.skim.SharedNames;
import dev.heed.frontend.java.types.UnitResolver;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the lowering of all functions of a file shares. */
final class UnitContext {
    private final SourceFile file;
    private final UnitResolver resolver;
    private final Map<String, Integer> copies;
    private final Consumer<Notification> notifications;
    private final Spans spans;
    private final List<Function> functions = new ArrayList<>();
    private final Set<MethodRef> refs = new HashSet<>();
    private final IdentityHashMap<Node, Closure> closures = new IdentityHashMap<>();

    UnitContext(
            SourceFile file,
            LineMap lines,
            UnitResolver resolver,
            Map<String, Integer> copies,
            Consumer<Notification> notifications) {
        this.file = file;
        this.spans = new Spans(lines);
        this.resolver = resolver;
        this.copies = Map.copyOf(copies);
        this.notifications = notifications;
    }

    /**
     * A lambda, anonymous class, or local class whose functions are lowered.
     *
     * @param ref the lambda's function; null for classes
     * @param captured declarations outside it whose variables it reads
     */
    record Closure(@Nullable MethodRef ref, List<Node> captured) {}

    SourceFile file() {
        return file;
    }

    UnitResolver resolver() {
        return resolver;
    }

    Spans spans() {
        return spans;
    }

    List<Function> functions() {
        return functions;
    }

    /** Lambdas, anonymous and local classes by their node: a finally block that is copied holds each only once. */
    IdentityHashMap<Node, Closure> closures() {
        return closures;
    }

    /** One object for equal names. */
    String intern(String name) {
        return SharedNames.of(name);
    }

    void incomplete(Span span, String message) {
        notifications.accept(Notification.incomplete(file.path(), span, message));
    }

    void internalError(String message, Throwable cause) {
        notifications.accept(Notification.internalError(file.path(), message, cause));
    }

    /** Makes the identity unique: code that does not compile may declare a method twice, and files a type. */
    MethodRef unique(MethodRef ref) {
        String name = ref.name() + copyOf(ref.owner(), copies);
        MethodRef unique = new MethodRef(ref.owner(), name, ref.parameterTypes());
        for (int number = 2; !refs.add(unique); number++) {
            unique = new MethodRef(ref.owner(), name + "#" + number, ref.parameterTypes());
        }
        return unique;
    }

    /** What is added to the names of functions of a type that another file declares, too. */
    static String copyOf(String type, Map<String, Integer> copies) {
        for (Map.Entry<String, Integer> copy : copies.entrySet()) {
            if (type.equals(copy.getKey()) || type.startsWith(copy.getKey() + "$")) {
                return "#file" + copy.getValue();
            }
        }
        return "";
    }

    MethodRef lambdaRef(LambdaExpr lambda, String owner, List<String> parameterTypes) {
        // Named after its place: a number would depend on which members are read.
        Span place = spans.of(lambda);
        return unique(new MethodRef(owner, "lambda$" + place.startLine() + ":" + place.startColumn(), parameterTypes));
    }

    /** The nearest declaration of a type around a node: a TypeDeclaration, anonymous class, or enum constant with a body. */
    static Node typeAround(Node node) {
        Node child = node;
        for (Node around = node.getParentNode().orElse(null);
                around != null;
                around = around.getParentNode().orElse(null)) {
            if (around instanceof TypeDeclaration<?>) {
                return around;
            }
            Node inner = child;
            if (around instanceof ObjectCreationExpr creation
                    && creation.getAnonymousClassBody()
                            .map(body -> isOneOf(body, inner))
                            .orElse(false)) {
                return around;
            }
            if (around instanceof EnumConstantDeclaration constant && isOneOf(constant.getClassBody(), inner)) {
                return around;
            }
            child = around;
        }
        return child;
    }

    /** Nodes are equal by their text; here the very same is meant. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isOneOf(List<? extends Node> members, Node node) {
        return members.stream().anyMatch(member -> member == node);
    }
}
