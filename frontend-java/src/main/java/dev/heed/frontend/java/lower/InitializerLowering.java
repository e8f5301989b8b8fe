package dev.heed.frontend.java.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import dev.heed.engine.ir.Callee;
import dev.heed.engine.ir.Confidence;
import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.Op;
import dev.heed.engine.ir.Operand;
import dev.heed.engine.ir.Variable;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Initializers of fields, initializer blocks, and enum constants: one function for the static ones, one for the others. */
final class InitializerLowering {
    private final MemberLowering owner;
    private final UnitContext unit;

    InitializerLowering(MemberLowering owner, UnitContext unit) {
        this.owner = owner;
        this.unit = unit;
    }

    void lower(Node type, NodeList<BodyDeclaration<?>> members) {
        List<Node> statics = new ArrayList<>();
        List<Node> instances = new ArrayList<>();
        if (type instanceof EnumDeclaration declaration) {
            for (EnumConstantDeclaration constant : declaration.getEntries()) {
                owner.constantBody(constant);
                if (!constant.getArguments().isEmpty()
                        || !constant.getClassBody().isEmpty()) {
                    statics.add(constant);
                }
            }
        }
        for (BodyDeclaration<?> member : members) {
            if (member instanceof InitializerDeclaration initializer) {
                (initializer.isStatic() ? statics : instances).add(initializer);
            } else if (member instanceof FieldDeclaration field) {
                boolean isStatic = Declarations.isStatic(field, type);
                for (VariableDeclarator variable : field.getVariables()) {
                    if (variable.getInitializer().isPresent() && !isConstant(field, isStatic, variable)) {
                        (isStatic ? statics : instances).add(variable);
                    }
                }
            }
        }
        initializer(statics, true);
        initializer(instances, false);
    }

    /** Constants are no work at run time. */
    private boolean isConstant(FieldDeclaration field, boolean isStatic, VariableDeclarator variable) {
        return isStatic
                && (field.isFinal() || Declarations.isInInterface(field))
                && variable.getInitializer()
                        .filter(value -> Arithmetic.looksConstant(value, 16))
                        .map(unit.resolver()::constantOf)
                        .isPresent();
    }

    private void initializer(List<Node> parts, boolean isStatic) {
        if (parts.isEmpty()) {
            return;
        }
        String what = (isStatic ? "static initializer of " : "initializer of ") + owner.simpleName();
        owner.guarded(parts.get(0), what, () -> {
            MethodRef ref = unit.unique(new MethodRef(
                    owner.typeName(),
                    isStatic ? MethodRef.STATIC_INITIALIZER : MethodRef.INSTANCE_INITIALIZER,
                    List.of()));
            FunctionContext context = owner.context(ref, what, isStatic, "void", parts);
            Span first = unit.spans().of(parts.get(0));
            Span span = first.to(unit.spans().of(parts.get(parts.size() - 1)));
            parts.forEach(part -> part(context, part, isStatic));
            context.exits().doReturn(span.after(), null);
            add(context, span, isStatic);
        });
    }

    private void add(FunctionContext context, Span span, boolean isStatic) {
        Node type = owner.type();
        Span name = type instanceof NodeWithSimpleName<?> named
                ? unit.spans().of(named.getName())
                : unit.spans().of(type).before();
        unit.functions()
                .add(new Function(
                        context.ref(),
                        isStatic ? Function.Kind.STATIC_INITIALIZER : Function.Kind.INSTANCE_INITIALIZER,
                        context.displayName(),
                        unit.file(),
                        span,
                        name,
                        span,
                        null,
                        isStatic ? Set.of(Function.Modifier.STATIC) : Set.of(),
                        List.of(),
                        List.of(),
                        List.copyOf(context.graph().variables()),
                        "void",
                        List.of(),
                        List.copyOf(context.graph().blocks()),
                        owner.enclosingRef(),
                        List.of(),
                        false));
        owner.capture(context);
    }

    private void part(FunctionContext context, Node part, boolean isStatic) {
        if (part instanceof InitializerDeclaration block) {
            if (!Declarations.isNotAnalyzed(block)) {
                context.lower(block.getBody());
            }
        } else if (part instanceof EnumConstantDeclaration constant) {
            constant(context, constant);
        } else if (part instanceof VariableDeclarator field) {
            Expression text = field.getInitializer().orElseThrow();
            String type = context.typeOf(field.getType());
            Operand value = text instanceof ArrayInitializerExpr elements
                    ? context.expressions()
                            .compute(
                                    elements,
                                    "array",
                                    type,
                                    context.expressions().values(elements.getValues()),
                                    null)
                    : context.value(text);
            FieldRef ref = new FieldRef(context.ownType(), unit.intern(field.getNameAsString()), type, isStatic);
            Operand object = isStatic ? null : new Operand.This(context.ownType());
            context.graph().add(new Op.FieldWrite(context.span(field), object, ref, value));
        }
    }

    private void constant(FunctionContext context, EnumConstantDeclaration constant) {
        String type = context.ownType();
        Span span = context.span(constant);
        List<Operand> arguments = context.expressions().values(constant.getArguments());
        Variable result = context.graph().temporary(type);
        context.graph()
                .add(new Op.Call(
                        span,
                        context.span(constant.getName()),
                        Op.CallKind.NEW,
                        constructor(type, arguments.size()),
                        null,
                        arguments,
                        List.of(),
                        result,
                        false));
        FieldRef field = new FieldRef(type, unit.intern(constant.getNameAsString()), type, true);
        context.graph().add(new Op.FieldWrite(span, null, field, new Operand.Local(result)));
    }

    private Callee constructor(String type, int arguments) {
        List<ConstructorDeclaration> fitting = owner.type() instanceof EnumDeclaration declaration
                ? declaration.getConstructors().stream()
                        .filter(c -> c.getParameters().size() == arguments
                                || c.getParameters().stream().anyMatch(p -> p.isVarArgs()))
                        .toList()
                : List.of();
        List<String> thrown = fitting.isEmpty()
                ? List.of()
                : fitting.get(0).getThrownExceptions().stream()
                        .map(unit.resolver()::typeOf)
                        .toList();
        return new Callee(
                MethodRef.CONSTRUCTOR,
                type,
                fitting.stream().map(unit.resolver()::refOf).toList(),
                thrown,
                type,
                false,
                fitting.size() == 1 || arguments == 0 ? Confidence.RESOLVED : Confidence.GUESSED);
    }
}
