package dev.heed.frontend.java.types;

import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import dev.heed.frontend.java.types.CallTyping.Pending;
import dev.heed.frontend.java.types.Functions.Signature;
import dev.heed.frontend.java.types.Members.Member;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lambdas and method references: whether they fit a parameter, and what their context makes of them (JLS 15.13, 15.27). */
final class FunctionTyping {
    private final Unit unit;
    private final Typing typing;
    private final Names names;
    private final Inference inference;
    private final Map<Expression, JavaType> targets = new IdentityHashMap<>();
    private final Map<MethodReferenceExpr, CallTyping> references = new IdentityHashMap<>();
    private final MethodReferences methods;
    private final FunctionFit fit;
    /** Functions whose exceptions decide type arguments; inner ones on top. */
    private final Deque<Expression> throwing = new ArrayDeque<>();

    FunctionTyping(Unit unit, Typing typing, Names names, Inference inference) {
        this.unit = unit;
        this.typing = typing;
        this.names = names;
        this.inference = inference;
        this.methods = new MethodReferences(unit, typing, names);
        this.fit = new FunctionFit(unit, typing, methods);
    }

    void connect(Calls known) {
        methods.connect(known);
    }

    /** What a lambda or method reference is converted to, perhaps with open variables; unknown if it was not looked at. */
    JavaType targetOf(Expression function) {
        return targets.getOrDefault(function, JavaType.UNKNOWN);
    }

    /** What a method reference refers to, or null. */
    @Nullable
    CallTyping referenceOf(MethodReferenceExpr reference) {
        return references.get(reference);
    }

    FunctionFit fit() {
        return fit;
    }

    /** Enters functions, those first whose parameters are known, until none is left. */
    void process(Deque<Pending> open) {
        List<Pending> waiting = new ArrayList<>(open);
        while (!waiting.isEmpty()) {
            int next = 0;
            while (next < waiting.size() && !isReady(waiting.get(next))) {
                next++;
            }
            Pending pending = waiting.remove(next < waiting.size() ? next : 0);
            Deque<Pending> more = new ArrayDeque<>();
            if (pending.function() instanceof LambdaExpr lambda) {
                enter(lambda, pending.formal(), more);
            } else if (pending.function() instanceof MethodReferenceExpr reference) {
                enter(reference, pending.formal());
            }
            waiting.addAll(0, more);
        }
        while (!throwing.isEmpty()) {
            inferThrown(throwing.pop());
        }
    }

    /** What a function throws decides type arguments of its target that only stand for exceptions (JLS 18.2.5). */
    private void inferThrown(Expression function) {
        Signature signature = unit.functions.of(targetOf(function));
        if (signature == null) {
            return;
        }
        List<JavaType> open = new ArrayList<>();
        List<JavaType> given = new ArrayList<>();
        signature
                .thrown()
                .forEach(type ->
                        (type instanceof InferenceVariable variable && !variable.isFixed() ? open : given).add(type));
        if (open.isEmpty()) {
            return;
        }
        for (JavaType type : new ThrownTypes(unit, typing).of(function)) {
            boolean isGiven = given.stream()
                    .anyMatch(above -> unit.types.isSubtype(type, above).isYes());
            if (!isGiven) {
                open.forEach(variable -> inference.subtype(type, variable));
            }
        }
    }

    private void noteThrowing(Expression function, @Nullable Signature signature) {
        if (signature != null && signature.thrown().stream().anyMatch(InferenceVariable.class::isInstance)) {
            throwing.push(function);
        }
    }

    private boolean isReady(Pending pending) {
        if (pending.function() instanceof LambdaExpr lambda && FunctionFit.isExplicit(lambda)) {
            return true;
        }
        if (pending.function() instanceof MethodReferenceExpr reference && methods.exact(reference) != null) {
            return true;
        }
        Signature signature = signatureOf(pending.formal());
        return signature == null || signature.parameters().stream().allMatch(InferenceVariable::isProper);
    }

    private @Nullable Signature signatureOf(JavaType formal) {
        JavaType type =
                formal instanceof InferenceVariable variable && variable.hasBounds() ? variable.value() : formal;
        return unit.functions.of(type);
    }

    private void enter(LambdaExpr lambda, JavaType formal, Deque<Pending> open) {
        JavaType target = formal instanceof InferenceVariable variable ? variable.value() : formal;
        targets.put(lambda, target);
        Signature signature = unit.functions.of(target);
        List<Parameter> parameters = lambda.getParameters();
        List<JavaType> given = signature == null ? List.of() : signature.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            JavaType wanted = given.size() == parameters.size() ? given.get(i) : JavaType.UNKNOWN;
            if (Names.isInferred(parameter.getType())) {
                names.setParameter(parameter, unit.types.resolved(wanted));
            } else {
                inference.equal(names.typeOfVariable(parameter), wanted);
            }
        }
        noteThrowing(lambda, signature);
        JavaType result = signature == null || signature.isVoid() ? JavaType.UNKNOWN : signature.returnType();
        if (lambda.getBody() instanceof BlockStmt block) {
            Typing.returnsOf(block).forEach(value -> typing.reduce(value, result, open));
        } else {
            lambda.getExpressionBody().ifPresent(value -> typing.reduce(value, result, open));
        }
    }

    private void enter(MethodReferenceExpr reference, JavaType formal) {
        JavaType targetType = formal instanceof InferenceVariable variable ? variable.value() : formal;
        targets.put(reference, targetType);
        Signature signature = unit.functions.of(targetType);
        MethodReferences.Referred target = methods.referred(reference);
        if (signature != null) {
            constrain(signature.parameters(), methods.exact(reference), target);
        }
        CallTyping call = signature == null
                ? methods.guess(reference, target)
                : methods.refer(reference, target, unit.types.resolvedAll(signature.parameters()));
        references.put(reference, call);
        noteThrowing(reference, signature);
        if (signature != null && !signature.isVoid()) {
            inference.subtype(call.returnType, signature.returnType());
        }
    }

    /** The parameters of a method that is not overloaded tell those of the function (JLS 18.2.1). */
    private void constrain(List<JavaType> given, @Nullable Member exact, MethodReferences.Referred target) {
        if (exact == null || given.stream().allMatch(InferenceVariable::isProper)) {
            return;
        }
        List<JavaType> wanted = new ArrayList<>();
        boolean isConstructor = exact.method().name().equals("<init>");
        if (target.isType() && !exact.method().isStatic() && !isConstructor) {
            wanted.add(target.type());
        }
        wanted.addAll(exact.method().typeParameters().isEmpty() ? exact.parameters() : List.of());
        for (int i = 0; i < wanted.size() && i < given.size(); i++) {
            if (!InferenceVariable.isProper(given.get(i))) {
                inference.subtype(given.get(i), wanted.get(i));
            }
        }
    }
}
