package dev.heed.frontend.java.types;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of a type in source text, with the types in it as they are written there (see {@link TermWriter}).
 *
 * @param name binary name
 * @param flags as in {@link java.lang.reflect.Modifier}, those that the language implies included
 * @param outer binary name of the type around it, or null
 * @param simpleName empty for anonymous types
 * @param isMember whether it is a top-level or member type: others are visible in a block only
 * @param typeParameters each a name, perhaps followed by {@code :} and bounds with {@code &} between them
 * @param superclass as written; null if none is written
 * @param memberTypes binary name by simple name
 * @param context type parameters of the methods around a local or anonymous type, innermost first
 * @param methods in the order of the text, those that the language implies behind
 */
record SourceType(
        String name,
        int flags,
        @Nullable String outer,
        String simpleName,
        boolean isMember,
        Kind kind,
        FileContext file,
        List<String> typeParameters,
        @Nullable String superclass,
        List<String> interfaces,
        Map<String, String> memberTypes,
        List<Context> context,
        List<Field> fields,
        List<Method> methods) {

    enum Kind {
        CLASS,
        INTERFACE,
        ANNOTATION,
        ENUM,
        RECORD,
        /** The superclass is what is named after {@code new}: a class or an interface. */
        ANONYMOUS,
        /** The superclass is the enum. */
        ENUM_CONSTANT
    }

    /** Type parameters of a method; {@code owner} tells them from those of other methods. */
    record Context(String owner, List<String> typeParameters) {}

    /** A field; {@code constant} is its value if literals give it, or a {@link Constants.Text}. */
    record Field(
            String name, int flags, String type, @Nullable Object constant) {}

    /** A method; {@code number} is its place among the members written in the type, or -1. */
    record Method(
            String name,
            int flags,
            int number,
            List<String> typeParameters,
            List<String> parameters,
            String returnType,
            List<String> thrown) {
        Method {
            typeParameters = List.copyOf(typeParameters);
            parameters = List.copyOf(parameters);
            thrown = List.copyOf(thrown);
        }
    }

    /** The identity of a method as owner of type parameters. */
    static String methodKey(String type, int number) {
        return type + "#" + number;
    }
}
