package dev.heed.frontend.java.types;

import dev.heed.frontend.java.types.JavaType.ArrayType;
import dev.heed.frontend.java.types.JavaType.ClassType;
import dev.heed.frontend.java.types.JavaType.Primitive;
import dev.heed.frontend.java.types.JavaType.Special;
import dev.heed.frontend.java.types.JavaType.TypeVariable;
import dev.heed.frontend.java.types.JavaType.Wildcard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads one signature of a class file (JVMS 4.7.9.1) into terms. */
final class SignatureReader {

    /** Finds the type variables that a signature may name. */
    interface Variables {
        @Nullable
        TypeVariable find(String name);
    }

    private final String text;
    private final UnaryOperator<String> shared;
    private final Variables variables;
    private int at;

    /** @param shared gives one string for all names that are the same */
    SignatureReader(String text, UnaryOperator<String> shared, Variables variables) {
        this.text = text;
        this.shared = shared;
        this.variables = variables;
    }

    /** Type parameters at the place read; what they bind is visible in {@code scope} for the rest of the signature. */
    List<TypeVariable> typeParameters(String owner, Map<String, TypeVariable> scope) {
        if (at >= text.length() || text.charAt(at) != '<') {
            return List.of();
        }
        at++;
        List<TypeVariable> found = new ArrayList<>();
        while (text.charAt(at) != '>') {
            int colon = text.indexOf(':', at);
            String name = text.substring(at, colon);
            at = colon;
            int from = at;
            skipBounds();
            String bounds = text.substring(from, at);
            TypeVariable variable = new TypeVariable(owner, name, () -> bounds(bounds, scope));
            scope.put(name, variable);
            found.add(variable);
        }
        at++;
        return found;
    }

    private List<JavaType> bounds(String bounds, Map<String, TypeVariable> scope) {
        Map<String, TypeVariable> inner = new HashMap<>(scope);
        SignatureReader reader = new SignatureReader(bounds, shared, name -> {
            TypeVariable own = inner.get(name);
            return own == null ? variables.find(name) : own;
        });
        List<JavaType> read = new ArrayList<>();
        while (reader.at < bounds.length()) {
            reader.at++; // the colon
            if (reader.at < bounds.length() && bounds.charAt(reader.at) != ':') {
                read.add(reader.type());
            }
        }
        return read;
    }

    private void skipBounds() {
        while (text.charAt(at) == ':') {
            at++;
            if (text.charAt(at) != ':') {
                skipType();
            }
        }
    }

    private void skipType() {
        char first = text.charAt(at);
        if (first == '[') {
            at++;
            skipType();
        } else if (first == 'L') {
            int depth = 0;
            while (depth > 0 || text.charAt(at) != ';') {
                char c = text.charAt(at++);
                depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            }
            at++;
        } else if (first == 'T') {
            at = text.indexOf(';', at) + 1;
        } else {
            at++;
        }
    }

    /** Types up to the end of the signature. */
    List<JavaType> rest() {
        List<JavaType> types = new ArrayList<>();
        while (at < text.length()) {
            types.add(type());
        }
        return types;
    }

    /** The parameter types in parentheses. */
    List<JavaType> parameters() {
        at++; // (
        List<JavaType> types = new ArrayList<>();
        while (text.charAt(at) != ')') {
            types.add(type());
        }
        at++;
        return types;
    }

    /** What follows {@code ^}, each time. */
    List<JavaType> thrown() {
        List<JavaType> types = new ArrayList<>();
        while (at < text.length() && text.charAt(at) == '^') {
            at++;
            types.add(type());
        }
        return types;
    }

    JavaType type() {
        char kind = text.charAt(at++);
        return switch (kind) {
            case '[' -> new ArrayType(type());
            case 'T' -> variable();
            case 'L' -> classType();
            default -> primitive(kind);
        };
    }

    private JavaType variable() {
        int end = text.indexOf(';', at);
        TypeVariable variable = variables.find(text.substring(at, end));
        at = end + 1;
        return variable == null ? JavaType.UNKNOWN : variable;
    }

    private static JavaType primitive(char kind) {
        return switch (kind) {
            case 'Z' -> Primitive.BOOLEAN;
            case 'B' -> Primitive.BYTE;
            case 'S' -> Primitive.SHORT;
            case 'C' -> Primitive.CHAR;
            case 'I' -> Primitive.INT;
            case 'J' -> Primitive.LONG;
            case 'F' -> Primitive.FLOAT;
            case 'D' -> Primitive.DOUBLE;
            case 'V' -> Special.VOID;
            default -> JavaType.UNKNOWN;
        };
    }

    private JavaType classType() {
        StringBuilder name = new StringBuilder();
        List<JavaType> arguments = List.of();
        while (true) {
            char c = text.charAt(at++);
            if (c == ';') {
                return ClassType.of(shared.apply(name.toString()), arguments);
            } else if (c == '/') {
                name.append('.');
            } else if (c == '.') {
                name.append('$');
                arguments = List.of(); // those of the outer type are not kept
            } else if (c == '<') {
                arguments = arguments();
            } else {
                name.append(c);
            }
        }
    }

    private List<JavaType> arguments() {
        List<JavaType> arguments = new ArrayList<>();
        while (text.charAt(at) != '>') {
            char c = text.charAt(at);
            if (c == '*') {
                at++;
                arguments.add(Wildcard.ANY);
            } else if (c == '+' || c == '-') {
                at++;
                arguments.add(new Wildcard(c == '+' ? Wildcard.Kind.EXTENDS : Wildcard.Kind.SUPER, type()));
            } else {
                arguments.add(type());
            }
        }
        at++;
        return List.copyOf(arguments);
    }
}
