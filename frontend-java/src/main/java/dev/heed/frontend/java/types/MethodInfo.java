package dev.heed.frontend.java.types;

import dev.heed.engine.ir.MethodRef;
import dev.heed.frontend.java.types.JavaType.TypeVariable;
import java.lang.reflect.Modifier;
import java.util.List;

/**
 * A declared method or constructor.
 *
 * @param owner binary name of the declaring type
 * @param name {@code <init>} for constructors
 * @param flags as in {@link Modifier}; {@link #VARARGS} besides
 */
record MethodInfo(
        String owner,
        String name,
        int flags,
        List<TypeVariable> typeParameters,
        List<JavaType> parameters,
        JavaType returnType,
        List<JavaType> thrown) {
    /** The class file format's flag; {@link Modifier#TRANSIENT} for fields. */
    static final int VARARGS = 0x80;

    boolean isStatic() {
        return Modifier.isStatic(flags);
    }

    boolean isAbstract() {
        return Modifier.isAbstract(flags);
    }

    boolean isPrivate() {
        return Modifier.isPrivate(flags);
    }

    boolean isVarargs() {
        return (flags & VARARGS) != 0;
    }

    boolean isPackagePrivate() {
        return (flags & (Modifier.PUBLIC | Modifier.PROTECTED | Modifier.PRIVATE)) == 0;
    }

    List<String> erasedParameters() {
        return parameters.stream().map(Types::erasedName).toList();
    }

    MethodRef ref() {
        return new MethodRef(owner, name, erasedParameters());
    }
}
