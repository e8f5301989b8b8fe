package dev.heed.frontend.java.types;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.type.Type;
import dev.heed.engine.ir.Callee;
import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.MethodRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names and types within one compilation unit, as far as its imports, the project, the class path and the platform tell.
 * Never throws for what it cannot find: it answers {@code "?"}, an empty list, or a callee that is unresolved. Types are
 * erased binary names as in {@link dev.heed.engine.types.Hierarchy}. One thread at a time.
 */
public interface UnitResolver {

    /** The type that a type in the text names. */
    String typeOf(Type type);

    /** The static type of an expression; {@code "?"} if unknown, {@code "null"} for null, {@code "void"} for void calls. */
    String typeOf(Expression expression);

    Callee callee(MethodCallExpr call);

    /** The constructor; the receiver type is the type named, for an anonymous class its own binary name. */
    Callee callee(ObjectCreationExpr creation);

    Callee callee(ExplicitConstructorInvocationStmt call);

    /** {@code close()} on a resource of this static type. */
    Callee closeOf(String resourceType);

    /** What a simple name means where it stands. */
    Meaning meaningOf(NameExpr name);

    /** What {@code scope.name} means: a field, a type (then the whole is a qualified name), or unknown. */
    Meaning meaningOf(FieldAccessExpr access);

    /** The functional interface that a lambda or method reference is converted to, or {@link FunctionType#UNKNOWN}. */
    FunctionType functionTypeOf(Expression lambdaOrMethodReference);

    /** The method that a method reference refers to, best candidate. */
    Callee callee(MethodReferenceExpr reference);

    /** The identity of a method or constructor declared in this unit. */
    MethodRef refOf(CallableDeclaration<?> declaration);

    /** The methods of supertypes that it overrides or implements, nearest first. */
    List<MethodRef> overriddenBy(CallableDeclaration<?> declaration);

    /**
     * The binary name of a type declared in this unit: of a TypeDeclaration, a local class or record, an
     * ObjectCreationExpr with a body, or an enum constant with a body.
     */
    String binaryNameOf(Node declaration);

    /** The value of a constant expression (a literal, a concatenation of such, a static final field of this project), or null. */
    @Nullable
    Object constantOf(Expression expression);

    /** What a name means. */
    sealed interface Meaning {

        /** A local variable, parameter, pattern variable, lambda parameter, or resource; {@code declaration} is the declaring node. */
        record Local(Node declaration) implements Meaning {}

        /** A field; for an unqualified name of an outer class's field the owner is that class. */
        record Field(FieldRef field) implements Meaning {}

        /** A type. */
        record TypeName(String type) implements Meaning {}

        /** Unknown: most often an inherited field of a class that was not seen. */
        record Unknown() implements Meaning {}
    }

    /**
     * A functional interface.
     *
     * @param type binary name or {@code "?"}
     * @param method its single abstract method, or null if unknown
     * @param declaredThrows what that method declares
     * @param parameterTypes erased types of the lambda's parameters, where they are known; {@code "?"} else
     * @param returnType erased, {@code void}, or {@code "?"}
     */
    record FunctionType(
            String type,
            @Nullable MethodRef method,
            List<String> declaredThrows,
            List<String> parameterTypes,
            String returnType) {
        public static final FunctionType UNKNOWN = new FunctionType("?", null, List.of(), List.of(), "?");
    }
}
