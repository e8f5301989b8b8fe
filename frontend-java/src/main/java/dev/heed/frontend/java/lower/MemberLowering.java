package dev.heed.frontend.java.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.type.Type;
import dev.heed.engine.bound.GivenUpException;
import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Function.Kind;
import dev.heed.engine.ir.Function.Modifier;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of one type: its methods, constructors, initializers, and nested types. */
final class MemberLowering {
    private final UnitContext unit;
    private final @Nullable FunctionContext enclosing;
    private final Node type;
    private final String simpleName;
    private final List<String> enclosingTypes;
    private final List<Node> captured = new ArrayList<>();
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private MemberLowering(
            UnitContext unit,
            @Nullable FunctionContext enclosing,
            Node type,
            String simpleName,
            List<String> enclosingTypes) {
        this.unit = unit;
        this.enclosing = enclosing;
        this.type = type;
        this.simpleName = simpleName;
        this.enclosingTypes = enclosingTypes;
    }

    /** A type inside a function. */
    static MemberLowering of(UnitContext unit, FunctionContext enclosing, Node type, String name, String simpleName) {
        return new MemberLowering(unit, enclosing, type, simpleName, with(name, enclosing.enclosingTypes()));
    }

    /** A type at the top of a file. */
    static MemberLowering ofTop(UnitContext unit, TypeDeclaration<?> type) {
        String name = unit.intern(unit.resolver().binaryNameOf(type));
        return new MemberLowering(unit, null, type, type.getNameAsString(), List.of(name));
    }

    private static List<String> with(String name, List<String> outer) {
        List<String> names = new ArrayList<>(outer.size() + 1);
        names.add(name);
        names.addAll(outer);
        return names;
    }

    /** Declarations of enclosing functions whose variables the members read. */
    List<Node> captured() {
        return List.copyOf(captured);
    }

    String typeName() {
        return enclosingTypes.get(0);
    }

    void lower(NodeList<BodyDeclaration<?>> members) {
        new InitializerLowering(this, unit).lower(type, members);
        for (BodyDeclaration<?> member : members) {
            if (member instanceof CallableDeclaration<?> callable) {
                guarded(callable, callable.getNameAsString(), () -> callable(callable));
            } else if (member instanceof CompactConstructorDeclaration compact
                    && type instanceof RecordDeclaration owner) {
                guarded(compact, compact.getNameAsString(), () -> compactConstructor(compact, owner));
            } else if (member instanceof TypeDeclaration<?> nested) {
                nested(nested, nested.getNameAsString(), nested.getMembers());
            }
        }
    }

    void nested(Node declaration, String name, NodeList<BodyDeclaration<?>> members) {
        String binaryName = unit.intern(unit.resolver().binaryNameOf(declaration));
        MemberLowering inner = new MemberLowering(unit, enclosing, declaration, name, with(binaryName, enclosingTypes));
        inner.lower(members);
        inner.captured.forEach(this::capture);
    }

    /** Lowers one member; what goes wrong in it does not touch the others. */
    void guarded(Node member, String name, Runnable lowering) {
        int before = unit.functions().size();
        String failure;
        try {
            lowering.run();
            return;
        } catch (GivenUpException e) {
            throw e;
        } catch (StackOverflowError e) {
            failure = "is nested too deeply";
        } catch (FunctionTooLargeException e) {
            failure = "is too large";
        } catch (RuntimeException e) {
            unit.internalError(
                    "'" + name + "' in line " + unit.spans().of(member).startLine()
                            + " was not analyzed because Heed failed on it; please report this with the code.",
                    e);
            failure = null;
        }
        List<Function> added = unit.functions().subList(before, unit.functions().size());
        added.clear();
        if (failure != null) {
            Span span = unit.spans().of(member);
            unit.incomplete(
                    span, "'" + name + "' was not analyzed because it " + failure + "; split it into smaller parts.");
        }
    }

    /** A context for a function of this type. */
    FunctionContext context(
            MethodRef ref, String displayName, boolean isStatic, String returnType, List<? extends Node> body) {
        return new FunctionContext(unit, enclosing, ref, displayName, isStatic, enclosingTypes, returnType, body);
    }

    private void callable(CallableDeclaration<?> declaration) {
        MethodRef known = unit.resolver().refOf(declaration);
        MethodRef ref = unit.unique(known);
        boolean isMethod = declaration instanceof MethodDeclaration;
        String returnType = declaration instanceof MethodDeclaration method ? typeOf(method.getType()) : "void";
        Set<Modifier> modifiers = Declarations.modifiers(declaration, type);
        BlockStmt body = declaration instanceof MethodDeclaration method
                ? method.getBody().orElse(null)
                : ((ConstructorDeclaration) declaration).getBody();
        boolean isStatic = modifiers.contains(Modifier.STATIC);
        FunctionContext context = context(
                ref, declaration.getNameAsString(), isStatic, returnType, body == null ? List.of() : List.of(body));
        List<Variable> parameters = parameters(context, declaration.getParameters(), known.parameterTypes());
        boolean hasBody = body != null && !Declarations.isNotAnalyzed(declaration);
        if (hasBody && body != null) {
            body(context, declaration, body, modifiers.contains(Modifier.SYNCHRONIZED));
        }
        boolean isOverridable = isMethod && Declarations.isOverridable(modifiers, type);
        add(
                context,
                new Signature(
                        isMethod ? Kind.METHOD : Kind.CONSTRUCTOR,
                        declaration,
                        unit.spans().of(declaration.getName()),
                        body,
                        Declarations.throwsInsertion(declaration, unit.spans()),
                        modifiers,
                        parameters,
                        returnType,
                        declaration.getThrownExceptions().stream()
                                .map(t -> typeOf((Type) t))
                                .toList(),
                        isMethod ? unit.resolver().overriddenBy(declaration) : List.of(),
                        isOverridable,
                        hasBody));
    }

    private String typeOf(Type written) {
        return unit.intern(unit.resolver().typeOf(written));
    }

    private List<Variable> parameters(FunctionContext context, NodeList<Parameter> parameters, List<String> types) {
        List<Variable> variables = new ArrayList<>(parameters.size());
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            String name = i < types.size() ? unit.intern(types.get(i)) : typeOf(parameter.getType());
            variables.add(context.declare(parameter, parameter.getNameAsString(), name, Variable.Kind.PARAMETER));
        }
        return variables;
    }

    private void body(FunctionContext context, Node whole, BlockStmt body, boolean isSynchronized) {
        Span last = unit.spans().lastCharacter(body);
        if (isSynchronized) {
            Operand monitor =
                    context.isStatic() ? new Operand.TypeName(context.ownType()) : new Operand.This(context.ownType());
            Span place = Declarations.keyword(whole, "synchronized", unit.spans());
            context.statements()
                    .tries()
                    .monitor(whole, body, monitor, place, () -> context.lowerAll(body.getStatements()));
        } else {
            context.lowerAll(body.getStatements());
        }
        context.exits().doReturn(last, null);
    }

    private void compactConstructor(CompactConstructorDeclaration compact, RecordDeclaration owner) {
        List<String> types = owner.getParameters().stream()
                .map(p -> p.isVarArgs() ? typeOf(p.getType()) + "[]" : typeOf(p.getType()))
                .toList();
        MethodRef ref = unit.unique(new MethodRef(typeName(), MethodRef.CONSTRUCTOR, types));
        FunctionContext context = context(ref, compact.getNameAsString(), false, "void", List.of(compact.getBody()));
        List<Variable> parameters = parameters(context, owner.getParameters(), types);
        context.lowerAll(compact.getBody().getStatements());
        Span last = unit.spans().lastCharacter(compact.getBody());
        for (int i = 0; i < parameters.size(); i++) {
            Variable parameter = parameters.get(i);
            FieldRef field = new FieldRef(typeName(), parameter.name(), parameter.type(), false);
            context.graph()
                    .add(new Op.FieldWrite(last, new Operand.This(typeName()), field, new Operand.Local(parameter)));
        }
        context.exits().doReturn(last, null);
        add(
                context,
                new Signature(
                        Kind.CONSTRUCTOR,
                        compact,
                        unit.spans().of(compact.getName()),
                        compact.getBody(),
                        null,
                        Declarations.modifiers(compact.getModifiers()),
                        parameters,
                        "void",
                        List.of(),
                        List.of(),
                        false,
                        !Declarations.isNotAnalyzed(compact)));
    }

    /** What a function's declaration says. */
    record Signature(
            Kind kind,
            Node declaration,
            Span nameSpan,
            @Nullable BlockStmt body,
            @Nullable Span throwsInsertion,
            Set<Modifier> modifiers,
            List<Variable> parameters,
            String returnType,
            List<String> declaredThrows,
            List<MethodRef> overrides,
            boolean isOverridable,
            boolean hasBody) {}

    void add(FunctionContext context, Signature signature) {
        Node declaration = signature.declaration();
        unit.functions()
                .add(new Function(
                        context.ref(),
                        signature.kind(),
                        unit.intern(context.displayName()),
                        unit.file(),
                        unit.spans().of(declaration),
                        signature.nameSpan(),
                        signature.body() == null ? null : unit.spans().of(signature.body()),
                        signature.throwsInsertion(),
                        signature.modifiers(),
                        declaration instanceof NodeWithAnnotations<?> annotated
                                ? annotated.getAnnotations().stream()
                                        .map(a -> unit.intern(a.getName().getIdentifier()))
                                        .toList()
                                : List.of(),
                        List.copyOf(signature.parameters()),
                        List.copyOf(context.graph().variables()),
                        signature.returnType(),
                        signature.declaredThrows(),
                        signature.hasBody() ? List.copyOf(context.graph().blocks()) : List.of(),
                        enclosing == null ? null : enclosing.ref(),
                        signature.overrides(),
                        signature.isOverridable()));
        capture(context);
    }

    String simpleName() {
        return simpleName;
    }

    Node type() {
        return type;
    }

    @Nullable
    MethodRef enclosingRef() {
        return enclosing == null ? null : enclosing.ref();
    }

    void capture(FunctionContext context) {
        context.captured().forEach(this::capture);
    }

    private void capture(Node declaration) {
        if (seen.add(declaration)) {
            captured.add(declaration);
        }
    }

    /** The body of an enum constant is a type of its own. */
    void constantBody(EnumConstantDeclaration constant) {
        if (!constant.getClassBody().isEmpty()) {
            nested(constant, constant.getNameAsString(), constant.getClassBody());
        }
    }
}
