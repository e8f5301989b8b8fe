package dev.heed.frontend.java.skim;

import dev.heed.engine.source.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member of a type. Places are offsets.
 *
 * @param modifiers as in {@link java.lang.reflect.Modifier}, and {@link #DEFAULT}
 * @param annotations simple names
 * @param start of the whole, annotations and modifiers included
 * @param nameStart of the name of a method or constructor
 * @param throwsEnd behind the parameters, or the last exception declared
 * @param bodyStart of the opening brace, or -1 if there is no body
 * @param end behind the whole
 * @param variables of a field
 * @param words of the body, or of the initializers of a field
 * @param declaresTypes whether there is a class in the body
 * @param type the member itself, if it is a type
 */
public record SkimmedMember(
        Kind kind,
        String name,
        int modifiers,
        List<String> annotations,
        int start,
        int nameStart,
        int throwsEnd,
        int bodyStart,
        int end,
        List<String> typeParameters,
        List<Parameter> parameters,
        String returnType,
        List<String> thrown,
        List<Variable> variables,
        Words words,
        boolean declaresTypes,
        @Nullable SkimmedType type) {

    public SkimmedMember {
        annotations = List.copyOf(annotations);
        typeParameters = List.copyOf(typeParameters);
        parameters = List.copyOf(parameters);
        thrown = List.copyOf(thrown);
        variables = List.copyOf(variables);
    }

    /** The modifier of a method in an interface. */
    public static final int DEFAULT = 1 << 20;

    /** What is declared. */
    public enum Kind {
        METHOD,
        CONSTRUCTOR,
        COMPACT_CONSTRUCTOR,
        ELEMENT,
        FIELD,
        INITIALIZER,
        TYPE
    }

    /** A parameter, or component of a record; the type of one with variable arity is an array. */
    public record Parameter(String name, String type, boolean isVarArgs, int start, int end) {}

    /** A variable of a field; the initializer is from its first to behind its last character, or -1. */
    public record Variable(String name, String type, int start, int end, int valueStart, int valueEnd) {
        public boolean hasValue() {
            return valueStart >= 0;
        }
    }

    public boolean hasBody() {
        return bodyStart >= 0;
    }
}
