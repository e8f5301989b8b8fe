package dev.heed.frontend.java.types;

import dev.heed.engine.ir.MethodRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a type of the project without its tree. Types are erased binary names. */
public final class DeclaredType {
    private final SourceTypeInfo info;
    private final TypeSystem types;

    DeclaredType(SourceTypeInfo info, TypeSystem types) {
        this.info = info;
        this.types = types;
    }

    /** A method or constructor with all that its declaration says. */
    public record Method(MethodRef ref, String returnType, List<String> thrown, List<MethodRef> overridden) {}

    /** The method or constructor written at this place of the body; null if there is none. */
    public @Nullable Method method(int number) {
        MethodInfo method = info.methodAt(number);
        return method == null
                ? null
                : new Method(
                        method.ref(),
                        Types.erasedName(method.returnType()),
                        method.thrown().stream().map(Types::erasedName).toList(),
                        Overriding.of(info, method, types));
    }

    /** A type written in the head of this type. */
    public String typeInHead(String term) {
        return Types.erasedName(TermReader.read(term, info.headScope()));
    }

    /** A type written in the body of this type. */
    public String typeInBody(String term) {
        return Types.erasedName(TermReader.read(term, info.bodyScope()));
    }
}
