package dev.heed.frontend.java.types.index;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a class file says of a type's declaration, as far as a caller in source text can see it. Names are internal
 * ({@code java/util/Map$Entry}); signatures are those of the class file format (JVMS 4.7.9.1), or plain descriptors where
 * nothing is generic.
 *
 * @param name internal name
 * @param flags access flags; of a nested type those of its declaration ({@code static}, {@code private}, {@code protected})
 * @param outer internal name of the type that it is a member of, or null
 * @param signature class signature; null if nothing is generic
 * @param superName internal name; null for {@code java/lang/Object}
 * @param interfaces internal names
 * @param memberTypes internal names of its member types
 * @param fields without synthetic ones
 * @param methods constructors among them, without synthetic ones
 */
public record ClassSignature(
        String name,
        int flags,
        @Nullable String outer,
        @Nullable String signature,
        @Nullable String superName,
        List<String> interfaces,
        List<String> memberTypes,
        List<Field> fields,
        List<Method> methods) {

    /**
     * A field.
     *
     * @param signature type, generic where it is
     * @param constant value of a constant variable: String, Integer, Long, Float, Double; or null
     */
    public record Field(
            int flags,
            String name,
            String signature,
            @Nullable Object constant) {}

    /**
     * A method or constructor.
     *
     * @param descriptor erased
     * @param signature generic signature, or null
     * @param exceptions internal names, erased
     */
    public record Method(
            int flags,
            String name,
            String descriptor,
            @Nullable String signature,
            List<String> exceptions) {}
}
