package dev.heed.engine.ir;

import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A class, interface, enum, record, or anonymous class of the project.
 *
 * @param name binary name ({@code Outer$Inner}, {@code Outer$1} for anonymous ones in order of the text)
 * @param superclass binary name, or null for interfaces and {@code java.lang.Object}
 * @param interfaces binary names
 * @param fields declared fields
 * @param isAnonymous whether it has no name of its own
 * @param isPrivate whether only its file can see it (private, local, or anonymous)
 * @param enclosingType binary name of the type around it, or null
 * @param isCommand whether it belongs to a command line: its file reads the options of one
 */
public record TypeDeclaration(
        String name,
        SourceFile file,
        Span span,
        @Nullable String superclass,
        List<String> interfaces,
        List<Field> fields,
        boolean isInterface,
        boolean isAnonymous,
        boolean isPrivate,
        boolean isFinal,
        @Nullable String enclosingType,
        boolean isCommand) {

    public TypeDeclaration {
        interfaces = List.copyOf(interfaces);
        fields = List.copyOf(fields);
    }

    /** A declared field. */
    public record Field(FieldRef ref, Span span, Set<Function.Modifier> modifiers, boolean isVolatile) {}
}
