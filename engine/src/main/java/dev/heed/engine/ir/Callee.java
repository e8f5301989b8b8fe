package dev.heed.engine.ir;

import java.util.List;

/**
 * What a call calls, as far as it could be found out.
 *
 * @param name the name as written; {@code <init>} for a constructor
 * @param receiverType static type of the receiver, or the type that is constructed, or the type that a static call names;
 *     {@code "?"} if unknown
 * @param candidates declarations that the call may bind to at compile time, best first; one if resolved, empty if nothing is
 *     known. Overriding implementations are not listed: the engine adds them.
 * @param declaredThrows binary names of the exceptions that the first candidate declares
 * @param returnType erased binary name, {@code void}, or {@code "?"}
 * @param isStatic whether the candidate is static
 * @param confidence how sure all of this is
 */
public record Callee(
        String name,
        String receiverType,
        List<MethodRef> candidates,
        List<String> declaredThrows,
        String returnType,
        boolean isStatic,
        Confidence confidence) {

    public Callee {
        candidates = List.copyOf(candidates);
        declaredThrows = List.copyOf(declaredThrows);
    }

    public boolean isConstructor() {
        return name.equals(MethodRef.CONSTRUCTOR);
    }

    public boolean isResolved() {
        return confidence == Confidence.RESOLVED;
    }
}
