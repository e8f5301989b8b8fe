package dev.heed.frontend.java.skim;

import dev.heed.engine.source.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A declaration of a type that is not inside of code. Types are written as {@code TermWriter} does; places are offsets.
 *
 * @param modifiers as in {@link java.lang.reflect.Modifier}
 * @param start of the whole, annotations and modifiers included
 * @param bodyStart of the opening brace
 * @param membersStart behind the opening brace, or behind the constants of an enum
 * @param end behind the closing brace
 * @param components of a record
 */
public record SkimmedType(
        Kind kind,
        String name,
        int modifiers,
        int start,
        int nameStart,
        int bodyStart,
        int membersStart,
        int end,
        List<String> typeParameters,
        @Nullable String superclass,
        List<String> interfaces,
        List<SkimmedMember.Parameter> components,
        List<Constant> constants,
        List<SkimmedMember> members) {

    /** What is declared. */
    public enum Kind {
        CLASS,
        INTERFACE,
        ANNOTATION,
        ENUM,
        RECORD
    }

    /**
     * A constant of an enum.
     *
     * @param runs whether it has arguments or a body
     */
    public record Constant(
            String name, int start, int end, boolean hasBody, boolean runs, Words words, boolean declaresTypes) {}

    public boolean isInterface() {
        return kind == Kind.INTERFACE || kind == Kind.ANNOTATION;
    }
}
