package dev.heed.frontend.java.types;

import dev.heed.frontend.java.types.JavaType.ArrayType;
import dev.heed.frontend.java.types.JavaType.ClassType;
import dev.heed.frontend.java.types.JavaType.Intersection;
import dev.heed.frontend.java.types.JavaType.Primitive;
import dev.heed.frontend.java.types.JavaType.Special;
import dev.heed.frontend.java.types.JavaType.TypeVariable;
import dev.heed.frontend.java.types.JavaType.Wildcard;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads the text of {@link TermWriter}, giving the names in it the meaning that they have in a scope. */
final class TermReader {

    /** What the names of types mean at a place. */
    interface Scope {

        /** A class type without arguments, a type variable, or unknown. */
        JavaType simpleName(String name);

        /** Whether a type of this simple name, as it was found, may have a member type behind a dot. */
        boolean mayQualify(String name, JavaType found);

        /** What {@code scope.name} means; the scope is a class type. */
        JavaType memberOf(ClassType scope, String name);

        /** What a name with a package in front means. */
        JavaType qualifiedName(List<String> segments);
    }

    private final String text;
    private final Scope scope;
    private int at;

    private TermReader(String text, Scope scope) {
        this.text = text;
        this.scope = scope;
    }

    static JavaType read(String text, Scope scope) {
        return new TermReader(text, scope).type();
    }

    static List<JavaType> readAll(List<String> texts, Scope scope) {
        return texts.stream().map(text -> read(text, scope)).toList();
    }

    /** Type parameters; {@code scope} is asked for their bounds when those are first needed. */
    static List<TypeVariable> typeParameters(String owner, List<String> texts, Supplier<Scope> scope) {
        return texts.stream()
                .map(text -> {
                    int colon = text.indexOf(':');
                    String name = colon < 0 ? text : text.substring(0, colon);
                    return new TypeVariable(owner, name, () -> {
                        if (colon < 0) {
                            return List.of();
                        }
                        JavaType bound = read(text.substring(colon + 1), scope.get());
                        return bound instanceof Intersection all ? all.parts() : List.of(bound);
                    });
                })
                .toList();
    }

    private JavaType type() {
        JavaType first = single();
        if (at >= text.length() || (text.charAt(at) != '&' && text.charAt(at) != '|')) {
            return first;
        }
        char joint = text.charAt(at);
        List<JavaType> parts = new ArrayList<>(List.of(first));
        while (at < text.length() && text.charAt(at) == joint) {
            at++;
            parts.add(single());
        }
        // A union is read by whoever declares its variable; elsewhere its parts are as good as an intersection.
        return new Intersection(parts);
    }

    private JavaType single() {
        JavaType type = element();
        while (text.startsWith("[]", at)) {
            at += 2;
            type = new ArrayType(type);
        }
        return type;
    }

    private JavaType element() {
        if (at >= text.length()) {
            return JavaType.UNKNOWN;
        }
        char first = text.charAt(at);
        if ("?+-@!".indexOf(first) < 0) {
            return named();
        }
        at++;
        return switch (first) {
            case '?' -> Wildcard.ANY;
            case '+' -> new Wildcard(Wildcard.Kind.EXTENDS, single());
            case '-' -> new Wildcard(Wildcard.Kind.SUPER, single());
            case '!' -> continued(ClassType.of(binaryName()));
            default -> JavaType.UNKNOWN;
        };
    }

    private String binaryName() {
        int from = at;
        while (at < text.length() && "<>,[]&|".indexOf(text.charAt(at)) < 0 && !isMemberDot()) {
            at++;
        }
        return text.substring(from, at);
    }

    /** Binary names of local classes hold dots of packages only in front of their {@code $}. */
    private boolean isMemberDot() {
        return text.charAt(at) == '.' && text.lastIndexOf('$', at) > text.lastIndexOf('!', at);
    }

    private String identifier() {
        int from = at;
        while (at < text.length() && "<>,[]&|.".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }

    private JavaType named() {
        String first = identifier();
        Primitive primitive = Primitive.named(first);
        if (primitive != null) {
            return primitive;
        }
        if (first.equals("void")) {
            return Special.VOID;
        }
        JavaType simple = scope.simpleName(first);
        if (!isDot() || scope.mayQualify(first, simple)) {
            return continued(simple);
        }
        List<String> segments = new ArrayList<>(List.of(first));
        while (isDot()) {
            at++;
            segments.add(identifier());
        }
        return continued(scope.qualifiedName(segments));
    }

    private boolean isDot() {
        return at < text.length() && text.charAt(at) == '.';
    }

    /** Type arguments and member types that follow. */
    private JavaType continued(JavaType start) {
        JavaType type = start;
        while (at < text.length()) {
            if (text.charAt(at) == '<') {
                List<JavaType> arguments = arguments();
                type = type instanceof ClassType named ? ClassType.of(named.name(), arguments) : type;
            } else if (text.charAt(at) == '.') {
                at++;
                String name = identifier();
                type = type instanceof ClassType named ? scope.memberOf(named, name) : JavaType.UNKNOWN;
            } else {
                break;
            }
        }
        return type;
    }

    private List<JavaType> arguments() {
        at++;
        List<JavaType> arguments = new ArrayList<>();
        while (at < text.length() && text.charAt(at) != '>') {
            arguments.add(single());
            if (at < text.length() && text.charAt(at) == ',') {
                at++;
            }
        }
        at++;
        return List.copyOf(arguments);
    }
}
