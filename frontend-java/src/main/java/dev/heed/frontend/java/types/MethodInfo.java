package dev.heed.frontend.java.types;

import dev.heed.engine.ir.MethodRef;
import dev.heed.frontend.java.types.JavaType.TypeVariable;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A declared method or constructor.
 * {@code owner} is the binary name of the declaring type, {@code name} is {@code <init>} for constructors, and {@code flags} are
 * as in {@link Modifier}, {@link #VARARGS} besides.
 */
final class MethodInfo {
    /** The class file format's flag; {@link Modifier#TRANSIENT} for fields. */
    static final int VARARGS = 0x80;

    private final String owner;
    private final String name;
    private final int flags;
    private final List<TypeVariable> typeParameters;
    private final List<JavaType> parameters;
    private final JavaType returnType;
    private final List<JavaType> thrown;
    /** Made when it is first asked for; by which thread does not matter. */
    private @Nullable MethodRef ref;

    MethodInfo(
            String owner,
            String name,
            int flags,
            List<TypeVariable> typeParameters,
            List<JavaType> parameters,
            JavaType returnType,
            List<JavaType> thrown) {
        this.owner = owner;
        this.name = name;
        this.flags = flags;
        this.typeParameters = List.copyOf(typeParameters);
        this.parameters = List.copyOf(parameters);
        this.returnType = returnType;
        this.thrown = List.copyOf(thrown);
    }

    String owner() {
        return owner;
    }

    String name() {
        return name;
    }

    int flags() {
        return flags;
    }

    List<TypeVariable> typeParameters() {
        return typeParameters;
    }

    List<JavaType> parameters() {
        return parameters;
    }

    JavaType returnType() {
        return returnType;
    }

    List<JavaType> thrown() {
        return thrown;
    }

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
        return ref().parameterTypes();
    }

    MethodRef ref() {
        MethodRef known = ref;
        if (known == null) {
            known = new MethodRef(
                    owner, name, parameters.stream().map(Types::erasedName).toList());
            ref = known;
        }
        return known;
    }
}
