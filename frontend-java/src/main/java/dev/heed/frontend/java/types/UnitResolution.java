package dev.heed.frontend.java.types;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.type.Type;
import dev.heed.engine.ir.Callee;
import dev.heed.engine.ir.Confidence;
import dev.heed.engine.ir.FieldRef;
import dev.heed.engine.ir.MethodRef;
import dev.heed.frontend.java.types.JavaType.ClassType;
import dev.heed.frontend.java.types.Members.Viewer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers for one unit, in the words of the IR. */
final class UnitResolution implements UnitResolver {
    private final Unit unit;
    private final Typing typing;
    private final Guesses guesses;
    private final ConstantFields constants;
    private final UnresolvedStatistics statistics;
    private final SharedValues values;
    private final Map<Node, Callee> callees = new IdentityHashMap<>();
    private final Set<Node> evaluating = Collections.newSetFromMap(new IdentityHashMap<>());

    UnitResolution(
            Unit unit,
            Guesses guesses,
            ConstantFields constants,
            UnresolvedStatistics statistics,
            SharedValues values) {
        this.constants = constants;
        this.unit = unit;
        this.typing = new Typing(unit);
        this.guesses = guesses;
        this.statistics = statistics;
        this.values = values;
    }

    @Override
    public String typeOf(Type type) {
        return Types.erasedName(unit.typeOf(type));
    }

    @Override
    public String typeOf(Expression expression) {
        typing.prepare(expression);
        return Types.erasedName(unit.types.resolved(typing.typeOf(expression)));
    }

    @Override
    public Callee callee(MethodCallExpr call) {
        return callee(call, call, call.getArguments().size());
    }

    @Override
    public Callee callee(ObjectCreationExpr creation) {
        return callee(creation, creation, creation.getArguments().size());
    }

    @Override
    public Callee callee(ExplicitConstructorInvocationStmt call) {
        Expression any =
                call.getArguments().isEmpty() ? null : call.getArguments().get(0);
        return callee(call, any, call.getArguments().size());
    }

    private Callee callee(Node call, @Nullable Expression expression, int arguments) {
        Callee known = callees.get(call);
        if (known == null) {
            typing.prepare(call);
            if (expression != null) {
                typing.finish(expression);
            }
            known = counted(values.of(toCallee(typing.calls().typing(call), arguments)));
            callees.put(call, known);
        }
        return known;
    }

    private Callee counted(Callee callee) {
        switch (callee.confidence()) {
            case RESOLVED -> statistics.addResolved();
            case GUESSED -> statistics.addGuessed();
            case UNRESOLVED -> statistics.addUnresolved(callee.receiverType());
        }
        return callee;
    }

    private Callee toCallee(CallTyping call, int arguments) {
        String receiver = Types.erasedName(unit.types.resolved(call.receiver));
        if (call.candidates.isEmpty()) {
            MethodInfo guess = call.name.equals("<init>") || arguments < 0 ? null : guesses.guess(call.name, arguments);
            if (guess == null) {
                return new Callee(
                        call.name,
                        receiver,
                        List.of(),
                        List.of(),
                        Types.erasedName(unit.types.resolved(call.returnType)),
                        call.isStaticCall,
                        Confidence.UNRESOLVED);
            }
            return new Callee(
                    call.name,
                    receiver,
                    List.of(guess.ref()),
                    names(guess.thrown()),
                    Types.erasedName(guess.returnType()),
                    guess.isStatic(),
                    Confidence.GUESSED);
        }
        List<MethodRef> candidates =
                call.candidates.stream().map(member -> member.method().ref()).toList();
        return new Callee(
                call.name,
                receiver,
                candidates,
                names(call.thrown),
                Types.erasedName(unit.types.resolved(call.returnType)),
                call.candidates.get(0).method().isStatic(),
                call.confidence);
    }

    private List<String> names(List<JavaType> types) {
        LinkedHashSet<String> names = new LinkedHashSet<>();
        types.forEach(type -> names.add(Types.erasedName(unit.types.resolved(type))));
        return List.copyOf(names);
    }

    @Override
    public Callee closeOf(String resourceType) {
        JavaType type = resourceType.equals("?") ? JavaType.UNKNOWN : ClassType.of(resourceType);
        return toCallee(typing.calls().close(type, new Viewer(unit.file.qualify(""))), -1);
    }

    @Override
    public Meaning meaningOf(NameExpr name) {
        typing.prepare(name);
        return meaning(typing.names().meaningOf(name));
    }

    @Override
    public Meaning meaningOf(FieldAccessExpr access) {
        typing.prepare(access);
        return meaning(typing.names().meaningOf(access));
    }

    private Meaning meaning(Names.Meaning found) {
        if (found instanceof Names.Meaning.Variable variable) {
            return new Meaning.Local(variable.declaration());
        } else if (found instanceof Names.Meaning.Field field) {
            FieldInfo info = field.field();
            return new Meaning.Field(values.of(
                    new FieldRef(info.owner(), info.name(), Types.erasedName(field.type()), info.isStatic())));
        } else if (found instanceof Names.Meaning.TypeName type) {
            return new Meaning.TypeName(type.type().name());
        }
        return new Meaning.Unknown();
    }

    @Override
    public FunctionType functionTypeOf(Expression function) {
        typing.prepare(function);
        typing.finish(function);
        JavaType target = unit.types.resolved(typing.functions().targetOf(function));
        Functions.Signature signature = unit.functions.of(target);
        if (signature == null) {
            String name = Types.erasedName(target);
            return name.equals("?") || name.equals("java.lang.Object")
                    ? FunctionType.UNKNOWN
                    : new FunctionType(name, null, List.of(), List.of(), "?");
        }
        List<String> parameters = new ArrayList<>();
        for (int i = 0; i < signature.parameters().size(); i++) {
            boolean isWritten = function instanceof LambdaExpr lambda
                    && lambda.getParameters().size() == signature.parameters().size();
            JavaType type = isWritten
                    ? typing.names().typeOfVariable(((LambdaExpr) function).getParameter(i))
                    : signature.parameters().get(i);
            parameters.add(Types.erasedName(unit.types.resolved(type)));
        }
        return new FunctionType(
                signature.type().name(),
                signature.method().ref(),
                names(signature.thrown()),
                parameters,
                Types.erasedName(unit.types.resolved(signature.returnType())));
    }

    @Override
    public Callee callee(MethodReferenceExpr reference) {
        Callee known = callees.get(reference);
        if (known == null) {
            typing.prepare(reference);
            typing.finish(reference);
            CallTyping call = typing.functions().referenceOf(reference);
            known = toCallee(
                    call == null ? CallTyping.unresolved(reference.getIdentifier(), JavaType.UNKNOWN) : call, -1);
            callees.put(reference, known);
        }
        return known;
    }

    @Override
    public MethodRef refOf(CallableDeclaration<?> declaration) {
        MethodInfo method = infoOf(declaration);
        if (method != null) {
            return method.ref();
        }
        String name = declaration.isConstructorDeclaration() ? MethodRef.CONSTRUCTOR : declaration.getNameAsString();
        List<String> parameters = declaration.getParameters().stream()
                .map(parameter -> typeOf(parameter.getType()) + (parameter.isVarArgs() ? "[]" : ""))
                .toList();
        Node type = unit.names.typeAround(declaration);
        return new MethodRef(type == null ? "?" : binaryNameOf(type), name, parameters);
    }

    private @Nullable MethodInfo infoOf(CallableDeclaration<?> declaration) {
        Node type = unit.names.typeAround(declaration);
        SourceTypeInfo info = type == null ? null : unit.sourceInfo(type);
        MethodInfo method = info == null || type == null ? null : info.methodAt(unit.numbers.of(type, declaration));
        String name = declaration.isConstructorDeclaration() ? MethodRef.CONSTRUCTOR : declaration.getNameAsString();
        boolean isSame = method != null
                && method.name().equals(name)
                && method.parameters().size() == declaration.getParameters().size();
        return isSame ? method : null;
    }

    @Override
    public List<MethodRef> overriddenBy(CallableDeclaration<?> declaration) {
        MethodInfo method = infoOf(declaration);
        Node type = unit.names.typeAround(declaration);
        SourceTypeInfo info = type == null ? null : unit.sourceInfo(type);
        if (method == null || info == null) {
            return List.of();
        }
        return Overriding.of(info, method, unit.types);
    }

    @Override
    public String binaryNameOf(Node declaration) {
        String name = unit.names.nameOf(declaration);
        return name == null ? "?" : name;
    }

    /** The constructor that an enum constant calls. */
    Callee callee(EnumConstantDeclaration constant) {
        Expression any = constant.getArguments().isEmpty()
                ? null
                : constant.getArguments().get(0);
        return callee(constant, any, constant.getArguments().size());
    }

    @Override
    public @Nullable Object constantOf(Expression expression) {
        return Constants.valueOf(expression, this::namedConstant);
    }

    private @Nullable Object namedConstant(Expression expression) {
        if (!(expression instanceof NameExpr || expression instanceof FieldAccessExpr)) {
            return null;
        }
        typing.prepare(expression);
        Names.Meaning meaning = expression instanceof NameExpr name
                ? typing.names().meaningOf(name)
                : typing.names().meaningOf((FieldAccessExpr) expression);
        if (meaning instanceof Names.Meaning.Field field) {
            return constants.valueOf(field.field());
        }
        if (meaning instanceof Names.Meaning.Variable variable
                && variable.declaration() instanceof VariableDeclarator local
                && local.getInitializer().isPresent()
                && local.getParentNode().orElse(null)
                        instanceof com.github.javaparser.ast.expr.VariableDeclarationExpr declaration
                && declaration.isFinal()
                && evaluating.add(local)) {
            try {
                return constantOf(local.getInitializer().get());
            } finally {
                evaluating.remove(local);
            }
        }
        return null;
    }
}
