package dev.heed.engine.ir;

import java.util.List;

/**
 * The identity of a method, constructor, or function.
 *
 * @param owner binary name of the declaring type ({@code java.util.concurrent.Future})
 * @param name its name; {@code <init>} for constructors, {@code <clinit>} and {@code <instance-init>} for initializers,
 *     {@code lambda$N} for lambdas
 * @param parameterTypes erased binary names; empty also where they are unknown (see {@link Callee#confidence})
 */
public record MethodRef(String owner, String name, List<String> parameterTypes) {
    public static final String CONSTRUCTOR = "<init>";
    public static final String STATIC_INITIALIZER = "<clinit>";
    public static final String INSTANCE_INITIALIZER = "<instance-init>";

    public MethodRef {
        parameterTypes = List.copyOf(parameterTypes);
    }

    public boolean isConstructor() {
        return name.equals(CONSTRUCTOR);
    }

    /** Cheaper than that of all parts: functions are looked up all the time, and few differ by their parameters alone. */
    @Override
    public int hashCode() {
        return (owner.hashCode() * 31 + name.hashCode()) * 31 + parameterTypes.size();
    }

    /** {@code java.util.concurrent.Future#get(long,java.util.concurrent.TimeUnit)}. */
    @Override
    public String toString() {
        return owner + "#" + name + "(" + String.join(",", parameterTypes) + ")";
    }
}
