package dev.heed.frontend.java.types;

import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import dev.heed.engine.types.Truth;
import dev.heed.frontend.java.types.CallTyping.Pending;
import dev.heed.frontend.java.types.Functions.Signature;
import dev.heed.frontend.java.types.JavaType.ArrayType;
import dev.heed.frontend.java.types.JavaType.ClassType;
import dev.heed.frontend.java.types.JavaType.Primitive;
import dev.heed.frontend.java.types.JavaType.Special;
import dev.heed.frontend.java.types.JavaType.TypeVariable;
import dev.heed.frontend.java.types.Members.Found;
import dev.heed.frontend.java.types.Members.Member;
import dev.heed.frontend.java.types.Overloads.Argument;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lambdas and method references: whether they fit a parameter, and what their context makes of them (JLS 15.13, 15.27). */
final class FunctionTyping {
    private final Unit unit;
    private final Typing typing;
    private final Names names;
    private final Inference inference;
    private final Map<Expression, JavaType> targets = new IdentityHashMap<>();
    private final Map<MethodReferenceExpr, CallTyping> references = new IdentityHashMap<>();
    private final Map<MethodReferenceExpr, Referred> referred = new IdentityHashMap<>();
    /** Functions whose exceptions decide type arguments; inner ones on top. */
    private final Deque<Expression> throwing = new ArrayDeque<>();

    private @Nullable Calls calls;

    FunctionTyping(Unit unit, Typing typing, Names names, Inference inference) {
        this.unit = unit;
        this.typing = typing;
        this.names = names;
        this.inference = inference;
    }

    void connect(Calls known) {
        this.calls = known;
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

    List<Argument> arguments(List<Expression> expressions) {
        List<Argument> arguments = new ArrayList<>();
        expressions.forEach(expression -> arguments.add(new ExpressionArgument(expression)));
        return arguments;
    }

    private final class ExpressionArgument implements Argument {
        private final Expression expression;

        ExpressionArgument(Expression expression) {
            Expression inner = expression;
            while (inner instanceof EnclosedExpr enclosed) {
                inner = enclosed.getInner();
            }
            this.expression = inner;
        }

        @Override
        public Truth fits(JavaType formal, boolean loose) {
            if (expression instanceof LambdaExpr lambda) {
                return lambdaFits(lambda, formal);
            } else if (expression instanceof MethodReferenceExpr reference) {
                return referenceFits(reference, formal);
            } else if (expression instanceof ConditionalExpr choice) {
                Truth first = new ExpressionArgument(choice.getThenExpr()).fits(formal, loose);
                Truth second = new ExpressionArgument(choice.getElseExpr()).fits(formal, loose);
                return first.isNo() || second.isNo() ? Truth.NO : first.isYes() ? second : first;
            } else if (expression instanceof SwitchExpr choice) {
                Truth all = Truth.YES;
                for (Expression result : Typing.resultsOf(choice)) {
                    Truth one = new ExpressionArgument(result).fits(formal, loose);
                    all = one.isNo() || all.isNo() ? Truth.NO : one.isYes() ? all : one;
                }
                return all;
            }
            JavaType type = typing.openTypeOf(expression);
            return loose ? unit.types.isLooselyCompatible(type, formal) : unit.types.isStrictlyCompatible(type, formal);
        }

        @Override
        public boolean prefers(JavaType first, JavaType second) {
            if (Overloads.isBetter(first, second, unit.types)) {
                return true;
            }
            if (expression instanceof LambdaExpr lambda && isExplicit(lambda)) {
                return isBetterFunction(lambda, unit.functions.of(first), unit.functions.of(second));
            }
            if (expression instanceof MethodReferenceExpr reference && exact(reference) != null) {
                return isBetterFunction(reference, unit.functions.of(first), unit.functions.of(second));
            }
            return false;
        }
    }

    private static boolean isExplicit(LambdaExpr lambda) {
        return lambda.getParameters().stream().noneMatch(p -> Names.isInferred(p.getType()));
    }

    /** JLS 15.12.2.5, for functional interfaces neither of which extends the other. */
    private boolean isBetterFunction(Expression function, @Nullable Signature first, @Nullable Signature second) {
        if (first == null
                || second == null
                || first.parameters().size() != second.parameters().size()) {
            return false;
        }
        if (second.isVoid()) {
            return true;
        }
        if (first.isVoid()) {
            return false;
        }
        JavaType left = first.returnType();
        JavaType right = second.returnType();
        if (left instanceof Primitive != right instanceof Primitive) {
            boolean givesPrimitive = givesPrimitive(function);
            return left instanceof Primitive == givesPrimitive;
        }
        return Overloads.isBetter(left, right, unit.types);
    }

    private boolean givesPrimitive(Expression function) {
        if (function instanceof MethodReferenceExpr reference) {
            Member exact = exact(reference);
            return exact != null && exact.returnType() instanceof Primitive;
        }
        LambdaExpr lambda = (LambdaExpr) function;
        List<Expression> results = lambda.getBody() instanceof BlockStmt block
                ? Typing.returnsOf(block)
                : lambda.getExpressionBody().stream().toList();
        return results.stream().allMatch(result -> typing.openTypeOf(result) instanceof Primitive);
    }

    /** Whether a lambda is potentially compatible, and, if its parameters have types, applicable (JLS 15.12.2.1, .2). */
    private Truth lambdaFits(LambdaExpr lambda, JavaType formal) {
        Truth general = mayBeFunction(formal);
        Signature signature = general.isYes() ? unit.functions.of(formal) : null;
        if (signature == null) {
            return formal instanceof InferenceVariable ? Truth.YES : general.isYes() ? Truth.NO : general;
        }
        if (signature.parameters().size() != lambda.getParameters().size()) {
            return Truth.NO;
        }
        if (lambda.getBody() instanceof BlockStmt block) {
            boolean hasValue = !Typing.returnsOf(block).isEmpty();
            return Truth.of(signature.isVoid() ? !hasValue : hasValue || !unit.completion.canComplete(block));
        }
        Expression body = lambda.getExpressionBody().orElse(lambda);
        if (signature.isVoid()) {
            return Truth.of(isStatementExpression(body));
        }
        return isExplicit(lambda) && isPlain(body) ? resultFits(body, signature.returnType()) : Truth.YES;
    }

    private static boolean isPlain(Expression body) {
        return !(body instanceof LambdaExpr
                || body instanceof MethodReferenceExpr
                || body instanceof ConditionalExpr
                || body instanceof SwitchExpr);
    }

    private Truth resultFits(Expression body, JavaType wanted) {
        JavaType type = typing.openTypeOf(body);
        if (type == Special.VOID) {
            return Truth.NO;
        }
        if (Types.isUnknown(type)) {
            return isStatementExpression(body) ? Truth.UNKNOWN : Truth.YES;
        }
        return unit.types.isLooselyCompatible(type, wanted).isNo() ? Truth.NO : Truth.YES;
    }

    private static boolean isStatementExpression(Expression body) {
        return body instanceof MethodCallExpr
                || body instanceof ObjectCreationExpr
                || body instanceof AssignExpr
                || (body instanceof UnaryExpr unary
                        && (unary.getOperator().isPrefix()
                                || unary.getOperator().isPostfix())
                        && isIncrement(unary));
    }

    private static boolean isIncrement(UnaryExpr unary) {
        return switch (unary.getOperator()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
            default -> false;
        };
    }

    /** Whether a parameter of this type can take a function at all. */
    private Truth mayBeFunction(JavaType formal) {
        if (formal instanceof InferenceVariable) {
            return Truth.YES;
        }
        JavaType upper = Types.upper(formal);
        if (!(upper instanceof ClassType named)) {
            return upper instanceof JavaType.Intersection || upper == JavaType.UNKNOWN ? Truth.UNKNOWN : Truth.NO;
        }
        if (!unit.types.isComplete(named)) {
            return Truth.UNKNOWN;
        }
        return Truth.of(unit.functions.method(named.name()) != null);
    }

    /** The one method that a method reference can mean, if its name is not overloaded (JLS 15.13.1). */
    private @Nullable Member exact(MethodReferenceExpr reference) {
        Referred target = referred(reference);
        List<Member> methods = target.found.methods();
        return target.found.isComplete()
                        && methods.size() == 1
                        && !methods.get(0).method().isVarargs()
                ? methods.get(0)
                : null;
    }

    private Truth referenceFits(MethodReferenceExpr reference, JavaType formal) {
        Truth general = mayBeFunction(formal);
        Signature signature = general.isYes() ? unit.functions.of(formal) : null;
        if (signature == null) {
            return formal instanceof InferenceVariable ? Truth.YES : general.isYes() ? Truth.NO : general;
        }
        Referred target = referred(reference);
        if (target.isArray) {
            return Truth.of(signature.parameters().size() == 1);
        }
        if (!target.found.isComplete() || target.found.methods().isEmpty()) {
            return Truth.UNKNOWN;
        }
        int count = signature.parameters().size();
        boolean fits = target.found.methods().stream().anyMatch(method -> hasArity(method.method(), count, target));
        Member exact = exact(reference);
        boolean isConstructor = reference.getIdentifier().equals("new");
        if (fits && exact != null && !isConstructor && !signature.isVoid()) {
            fits = exact.returnType() != Special.VOID;
        }
        return Truth.of(fits);
    }

    private static boolean hasArity(MethodInfo method, int count, Referred target) {
        int given = target.isType && !method.isStatic() && !method.name().equals("<init>") ? count - 1 : count;
        int parameters = method.parameters().size();
        return method.isVarargs() ? given >= parameters - 1 : given == parameters;
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
        if (signature == null || calls == null) {
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
        if (pending.function() instanceof LambdaExpr lambda && isExplicit(lambda)) {
            return true;
        }
        if (pending.function() instanceof MethodReferenceExpr reference && exact(reference) != null) {
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
        Referred target = referred(reference);
        if (signature != null) {
            constrain(signature.parameters(), exact(reference), target);
        }
        CallTyping call = signature == null
                ? guess(reference, target)
                : refer(reference, target, unit.types.resolvedAll(signature.parameters()));
        references.put(reference, call);
        noteThrowing(reference, signature);
        if (signature != null && !signature.isVoid()) {
            inference.subtype(call.returnType, signature.returnType());
        }
    }

    /** The parameters of a method that is not overloaded tell those of the function (JLS 18.2.1). */
    private void constrain(List<JavaType> given, @Nullable Member exact, Referred target) {
        if (exact == null || given.stream().allMatch(InferenceVariable::isProper)) {
            return;
        }
        List<JavaType> wanted = new ArrayList<>();
        boolean isConstructor = exact.method().name().equals("<init>");
        if (target.isType && !exact.method().isStatic() && !isConstructor) {
            wanted.add(target.type);
        }
        wanted.addAll(exact.method().typeParameters().isEmpty() ? exact.parameters() : List.of());
        for (int i = 0; i < wanted.size() && i < given.size(); i++) {
            if (!InferenceVariable.isProper(given.get(i))) {
                inference.subtype(given.get(i), wanted.get(i));
            }
        }
    }

    /** Without a function type: the only method of that name, if there is but one. */
    private CallTyping guess(MethodReferenceExpr reference, Referred target) {
        Member exact = exact(reference);
        CallTyping result = exact == null
                ? CallTyping.unresolved(nameOf(reference), target.type)
                : new CallTyping(
                        nameOf(reference),
                        target.type,
                        List.of(exact),
                        dev.heed.engine.ir.Confidence.RESOLVED,
                        exact.method().isStatic());
        if (exact != null) {
            result.returnType = Types.erasure(exact.returnType());
            result.thrown = exact.thrown();
        }
        return result;
    }

    private static String nameOf(MethodReferenceExpr reference) {
        return reference.getIdentifier().equals("new") ? "<init>" : reference.getIdentifier();
    }

    private CallTyping refer(MethodReferenceExpr reference, Referred target, List<JavaType> given) {
        String name = nameOf(reference);
        if (target.isArray) {
            CallTyping result = CallTyping.unresolved(name, target.type);
            result.returnType = target.type;
            return result;
        }
        if (target.found.methods().isEmpty() || calls == null) {
            CallTyping result = CallTyping.unresolved(name, target.type);
            result.returnType = name.equals("<init>") ? target.type : JavaType.UNKNOWN;
            return result;
        }
        if (name.equals("<init>")) {
            CallTyping result = calls.reference(name, target.type, target.found.methods(), given, true)
                    .orElseGet(() -> CallTyping.unresolved(name, target.type));
            result.returnType = target.type;
            return result;
        }
        if (!target.isType) {
            return calls.reference(name, target.type, target.found.methods(), given, target.found.isComplete())
                    .orElseGet(() -> CallTyping.unresolved(name, target.type));
        }
        return referByType(name, target, given, calls);
    }

    /** {@code Type::name}: a static method, or a method of the first parameter. */
    private CallTyping referByType(String name, Referred target, List<JavaType> given, Calls known) {
        List<Member> statics = new ArrayList<>();
        List<Member> instances = new ArrayList<>();
        JavaType receiver = target.type;
        if (!given.isEmpty()
                && target.type instanceof ClassType named
                && named.arguments().isEmpty()) {
            ClassType view = unit.types.asSuper(given.get(0), named.name()).type();
            receiver = view == null ? receiver : unit.captured(view);
        }
        Found ofReceiver = unit.members.methods(receiver, name, target.viewer);
        for (Member member : ofReceiver.methods()) {
            (member.method().isStatic() ? statics : instances).add(member);
        }
        Optional<CallTyping> byStatic = statics.isEmpty()
                ? Optional.empty()
                : known.reference(name, target.type, statics, given, target.found.isComplete());
        Optional<CallTyping> byInstance = instances.isEmpty() || given.isEmpty()
                ? Optional.empty()
                : known.reference(
                        name, target.type, instances, given.subList(1, given.size()), target.found.isComplete());
        if (byStatic.isPresent() && byInstance.isPresent()) {
            // Both fit by arity: the first argument decides, if it can be no receiver.
            boolean isReceiver = !unit.types
                    .isLooselyCompatible(given.get(0), Types.erasure(target.type))
                    .isNo();
            return isReceiver ? byInstance.get() : byStatic.get();
        }
        return byStatic.or(() -> byInstance).orElseGet(() -> CallTyping.unresolved(name, target.type));
    }

    /** What stands in front of {@code ::}, and the methods of the name behind it. */
    private record Referred(JavaType type, Found found, boolean isType, boolean isArray, Members.Viewer viewer) {}

    private Referred referred(MethodReferenceExpr reference) {
        Referred known = referred.get(reference);
        if (known == null) {
            known = computeReferred(reference);
            referred.put(reference, known);
        }
        return known;
    }

    private Referred computeReferred(MethodReferenceExpr reference) {
        Members.Viewer viewer = unit.viewerAt(reference);
        Expression scope = reference.getScope();
        JavaType type = typeScope(scope);
        boolean isType = type != null;
        if (type == null) {
            type = unit.captured(typing.typeOf(scope));
        }
        if (type instanceof ArrayType && reference.getIdentifier().equals("new")) {
            return new Referred(type, new Found(List.of(), true), true, true, viewer);
        }
        if (reference.getIdentifier().equals("new")) {
            return constructors(type, viewer);
        }
        return new Referred(type, unit.members.methods(type, reference.getIdentifier(), viewer), isType, false, viewer);
    }

    private Referred constructors(JavaType type, Members.Viewer viewer) {
        TypeInfo info = type instanceof ClassType named ? unit.types.store().find(named.name()) : null;
        if (info == null) {
            return new Referred(type, new Found(List.of(), false), true, false, viewer);
        }
        ClassType target = (ClassType) type;
        Map<TypeVariable, JavaType> open = new HashMap<>();
        if (target.arguments().isEmpty() && !info.parameters().isEmpty()) {
            List<JavaType> arguments = new ArrayList<>();
            for (TypeVariable parameter : info.parameters()) {
                JavaType variable = new InferenceVariable(parameter, false, unit.types);
                open.put(parameter, variable);
                arguments.add(variable);
            }
            target = new ClassType(target.name(), arguments);
        } else {
            open.putAll(Types.substitution(info.parameters(), target.arguments()));
        }
        List<Member> methods = new ArrayList<>();
        for (MethodInfo constructor : info.methods("<init>")) {
            if (viewer.mayUse(info.name(), constructor.flags())) {
                methods.add(new Member(constructor, open, false));
            }
        }
        return new Referred(target, new Found(methods, true), true, false, viewer);
    }

    /** The type that an expression in front of {@code ::} names, or null if it is a value. */
    private @Nullable JavaType typeScope(Expression scope) {
        if (scope instanceof TypeExpr named) {
            // The parser takes a variable's name for a type's where it cannot tell.
            if (named.getType() instanceof com.github.javaparser.ast.type.ClassOrInterfaceType simple
                    && simple.getTypeArguments().isEmpty()) {
                Names.Meaning meaning = names.meaningOf(simple);
                if (meaning instanceof Names.Meaning.Variable || meaning instanceof Names.Meaning.Field) {
                    return null;
                }
            }
            return unit.typeOf(named.getType());
        } else if (scope instanceof NameExpr name) {
            Names.Meaning meaning = names.meaningOf(name);
            return meaning instanceof Names.Meaning.TypeName type
                    ? type.type()
                    : meaning instanceof Names.Meaning.Unknown ? JavaType.UNKNOWN : null;
        } else if (scope instanceof FieldAccessExpr access) {
            Names.Meaning meaning = names.meaningOf(access);
            return meaning instanceof Names.Meaning.TypeName type ? type.type() : null;
        }
        return null;
    }
}
