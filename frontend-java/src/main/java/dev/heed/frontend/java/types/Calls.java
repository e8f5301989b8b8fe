package dev.heed.frontend.java.types;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.heed.frontend.java.types.JavaType.ArrayType;
import dev.heed.frontend.java.types.JavaType.ClassType;
import dev.heed.frontend.java.types.JavaType.TypeVariable;
import dev.heed.frontend.java.types.Members.Found;
import dev.heed.frontend.java.types.Members.Member;
import dev.heed.frontend.java.types.Members.Viewer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what calls call (JLS 15.9.3, 15.12). */
final class Calls {
    private final Unit unit;
    private final Typing typing;
    private final Names names;
    private final FunctionTyping functions;
    private final Inference inference;
    private final Overloads overloads;
    private final Map<Node, CallTyping> known = new IdentityHashMap<>();

    Calls(Unit unit, Typing typing, Names names, FunctionTyping functions, Inference inference) {
        this.unit = unit;
        this.typing = typing;
        this.names = names;
        this.functions = functions;
        this.inference = inference;
        this.overloads = new Overloads(unit.types);
    }

    /** What a call calls; a method call, a creation, a constructor call, or an enum constant. */
    CallTyping typing(Node call) {
        CallTyping found = known.get(call);
        if (found == null) {
            known.put(call, CallTyping.unresolved("?", JavaType.UNKNOWN)); // for a call that leads to itself
            found = compute(call);
            known.put(call, found);
        }
        return found;
    }

    private CallTyping compute(Node call) {
        if (call instanceof MethodCallExpr method) {
            return method(method);
        } else if (call instanceof ObjectCreationExpr creation) {
            return creation(creation);
        } else if (call instanceof ExplicitConstructorInvocationStmt chain) {
            JavaType self = unit.selfAt(chain);
            List<JavaType> above = self instanceof ClassType type ? unit.types.supertypes(type) : List.of();
            JavaType target = chain.isThis() ? self : above.isEmpty() ? JavaType.UNKNOWN : above.get(0);
            return construct(target, target, chain.getArguments(), chain, false);
        } else if (call instanceof EnumConstantDeclaration constant) {
            Node type = unit.names.typeAround(constant);
            SourceTypeInfo info = type == null ? null : unit.sourceInfo(type);
            JavaType target = info == null ? JavaType.UNKNOWN : info.self();
            return construct(target, target, constant.getArguments(), constant, false);
        }
        return CallTyping.unresolved("?", JavaType.UNKNOWN);
    }

    /** Where a method is looked for. */
    private record Place(JavaType receiver, Found found, boolean isType) {}

    private CallTyping method(MethodCallExpr call) {
        String name = call.getNameAsString();
        Place place =
                call.getScope().isPresent() ? qualified(call.getScope().get(), name, call) : unqualified(name, call);
        Found found = withFinalMethodsOfObject(place.found, name, call);
        if (found.methods().isEmpty()) {
            CallTyping result = CallTyping.unresolved(name, place.receiver);
            passAll(call.getArguments(), List.of(), result);
            return result;
        }
        List<Overloads.Argument> arguments = functions.fit().arguments(call.getArguments());
        Overloads.Choice choice = overloads.choose(found.methods(), arguments, found.isComplete());
        CallTyping result = new CallTyping(
                name, place.receiver, choice.methods(), choice.confidence(), place.isType || isStatic(choice));
        Map<TypeVariable, JavaType> explicit = new HashMap<>();
        if (call.getTypeArguments().isPresent() && !choice.methods().isEmpty()) {
            List<JavaType> given = new ArrayList<>();
            call.getTypeArguments().get().forEach(type -> given.add(unit.typeOf(type)));
            explicit.putAll(Types.substitution(choice.methods().get(0).method().typeParameters(), given));
        }
        instantiate(result, choice, call.getArguments(), explicit);
        adjust(result, name, place.receiver, call);
        return result;
    }

    private static boolean isStatic(Overloads.Choice choice) {
        return !choice.methods().isEmpty() && choice.methods().get(0).method().isStatic();
    }

    /** Results that the language itself specifies (JLS 4.3.2, 10.7). */
    private static void adjust(CallTyping result, String name, JavaType receiver, MethodCallExpr call) {
        String owner = result.candidates.isEmpty()
                ? ""
                : result.candidates.get(0).method().owner();
        if (owner.equals("java.lang.invoke.MethodHandle") && name.startsWith("invoke")) {
            result.returnType = JavaType.UNKNOWN; // as the context wants it (JLS 15.12.3)
        }
        if (call.getArguments().isEmpty()) {
            if (name.equals("getClass")) {
                result.returnType = Operators.classOf(receiver);
            } else if (name.equals("clone") && receiver instanceof ArrayType) {
                result.returnType = receiver;
                result.thrown = List.of();
            }
        }
    }

    private Place qualified(Expression scope, String name, Node at) {
        Viewer viewer = unit.viewerAt(at);
        if (scope instanceof NameExpr || scope instanceof FieldAccessExpr) {
            Names.Meaning meaning = scope instanceof NameExpr simple
                    ? names.meaningOf(simple)
                    : names.meaningOf((FieldAccessExpr) scope);
            if (meaning instanceof Names.Meaning.TypeName type) {
                return new Place(type.type(), unit.members.methods(type.type(), name, viewer), true);
            }
            if (meaning instanceof Names.Meaning.Unknown unknown
                    && !unknown.segments().isEmpty()) {
                JavaType guessed = unknownType(unknown.segments(), scope);
                return new Place(guessed, new Found(List.of(), false), guessed != JavaType.UNKNOWN);
            }
        }
        if (scope instanceof SuperExpr parent && unit.selfAt(parent) instanceof ClassType) {
            JavaType above = typing.typeOf(parent);
            return new Place(above, unit.members.methods(above, name, viewer), false);
        }
        JavaType receiver = typing.typeOf(scope);
        JavaType captured = unit.captured(receiver);
        return new Place(receiver, unit.members.methods(captured, name, viewer), false);
    }

    /** A name in front of a method that means no variable and no known type: a type that was not seen, if it looks so. */
    private JavaType unknownType(List<String> segments, Node at) {
        String last = segments.get(segments.size() - 1);
        if (last.isEmpty()
                || !Character.isUpperCase(last.charAt(0))
                || last.equals(last.toUpperCase(java.util.Locale.ROOT))) {
            return JavaType.UNKNOWN;
        }
        TypeScope scope = unit.scopeAt(at);
        return segments.size() == 1 ? scope.simpleName(segments.get(0)) : scope.qualifiedName(segments);
    }

    private Place unqualified(String name, Node at) {
        Viewer viewer = unit.viewerAt(at);
        boolean complete = true;
        Node type = unit.names.typeAround(at);
        while (type != null) {
            SourceTypeInfo info = unit.sourceInfo(type);
            JavaType self = info == null ? JavaType.UNKNOWN : info.self();
            Found found = unit.members.methods(self, name, viewer);
            complete &= found.isComplete();
            if (!found.methods().isEmpty()) {
                return new Place(self, new Found(found.methods(), complete), false);
            }
            type = unit.names.typeAround(type);
        }
        return imported(name, at, complete);
    }

    private Place imported(String name, Node at, boolean complete) {
        Viewer viewer = unit.viewerAt(at);
        TypeScope scope = unit.scopeAt(at);
        for (List<String> owners :
                List.of(unit.file.staticImports().getOrDefault(name, List.of()), unit.file.staticOnDemand())) {
            List<Member> methods = new ArrayList<>();
            boolean seen = complete;
            JavaType receiver = JavaType.UNKNOWN;
            for (String owner : owners) {
                ClassType type = scope.imported(owner);
                Found found = unit.members.methods(type, name, viewer);
                seen &= found.isComplete();
                for (Member member : found.methods()) {
                    if (member.method().isStatic()) {
                        methods.add(member);
                        receiver = type;
                    }
                }
                if (receiver == JavaType.UNKNOWN && owners.size() == 1) {
                    receiver = type;
                }
            }
            boolean isNamed = owners != unit.file.staticOnDemand() && !owners.isEmpty();
            if (!methods.isEmpty() || isNamed) {
                return new Place(receiver, new Found(methods, seen), true);
            }
        }
        JavaType self = complete ? JavaType.UNKNOWN : unit.selfAt(at);
        return new Place(self, new Found(List.of(), false), false);
    }

    /** {@code wait}, {@code notify}, {@code getClass} are what they are on any object, whatever its type. */
    private Found withFinalMethodsOfObject(Found found, String name, MethodCallExpr call) {
        if (!found.methods().isEmpty() || found.isComplete()) {
            return found;
        }
        TypeInfo object = unit.types.store().find("java.lang.Object");
        if (object == null || call.getScope().isEmpty()) {
            return found;
        }
        List<Member> methods = new ArrayList<>();
        for (MethodInfo method : object.methods(name)) {
            if (java.lang.reflect.Modifier.isFinal(method.flags())
                    && method.parameters().size() == call.getArguments().size()) {
                methods.add(new Member(method, Map.of(), false));
            }
        }
        return new Found(methods, !methods.isEmpty());
    }

    private CallTyping creation(ObjectCreationExpr creation) {
        ClassOrInterfaceType written = creation.getType();
        JavaType type =
                creation.getScope().isPresent() ? inner(creation.getScope().get(), written) : unit.typeOf(written);
        boolean isDiamond = written.getTypeArguments().filter(List::isEmpty).isPresent();
        JavaType constructed = type;
        if (creation.getAnonymousClassBody().isPresent()) {
            String name = unit.names.nameOf(creation);
            constructed = name == null ? type : ClassType.of(name);
            TypeInfo info = type instanceof ClassType named ? unit.types.store().find(named.name()) : null;
            if (info != null && info.isInterface()) {
                CallTyping result = construct(JavaType.OBJECT, constructed, creation.getArguments(), creation, false);
                result.returnType = constructed;
                return result;
            }
        }
        CallTyping result = construct(type, constructed, creation.getArguments(), creation, isDiamond);
        if (creation.getAnonymousClassBody().isPresent()) {
            result.returnType = constructed;
        }
        return result;
    }

    private JavaType inner(Expression scope, ClassOrInterfaceType written) {
        JavaType outer = Types.upper(typing.typeOf(scope));
        if (!(outer instanceof ClassType named)) {
            return JavaType.UNKNOWN;
        }
        JavaType member = unit.scopeAt(scope).memberOf(named, written.getNameAsString());
        List<JavaType> arguments = new ArrayList<>();
        written.getTypeArguments().ifPresent(given -> given.forEach(one -> arguments.add(unit.typeOf(one))));
        return member instanceof ClassType found ? new ClassType(found.name(), arguments) : member;
    }

    private CallTyping construct(
            JavaType type, JavaType receiver, NodeList<Expression> arguments, Node at, boolean isDiamond) {
        TypeInfo info = type instanceof ClassType named ? unit.types.store().find(named.name()) : null;
        if (info == null) {
            CallTyping result = CallTyping.unresolved("<init>", receiver);
            result.returnType = receiver;
            passAll(arguments, List.of(), result);
            return result;
        }
        ClassType target = (ClassType) type;
        List<JavaType> typeArguments = target.arguments();
        if (isDiamond) {
            typeArguments = new ArrayList<>();
            for (TypeVariable parameter : info.parameters()) {
                JavaType open = new InferenceVariable(parameter, false, unit.types);
                typeArguments.add(open);
            }
            target = new ClassType(target.name(), typeArguments);
        }
        boolean isRaw = typeArguments.isEmpty() && !info.parameters().isEmpty();
        Map<TypeVariable, JavaType> substitution =
                isRaw ? Map.of() : Types.substitution(info.parameters(), typeArguments);
        Viewer viewer = unit.viewerAt(at);
        List<Member> constructors = new ArrayList<>();
        for (MethodInfo constructor : info.methods("<init>")) {
            if (viewer.mayUse(info.name(), constructor.flags())) {
                constructors.add(new Member(constructor, substitution, isRaw));
            }
        }
        Overloads.Choice choice = overloads.choose(constructors, functions.fit().arguments(arguments), true);
        CallTyping result = new CallTyping("<init>", receiver, choice.methods(), choice.confidence(), false);
        instantiate(result, choice, arguments, Map.of());
        result.returnType = target;
        return result;
    }

    /** Gives a call its types, and passes the arguments to the parameters. */
    private void instantiate(
            CallTyping result,
            Overloads.Choice choice,
            List<Expression> arguments,
            Map<TypeVariable, JavaType> explicit) {
        if (choice.methods().isEmpty()) {
            passAll(arguments, List.of(), result);
            return;
        }
        Member best = choice.methods().get(0);
        boolean isCertain = choice.methods().size() == 1;
        Map<TypeVariable, JavaType> variables = openVariables(best, explicit);
        List<JavaType> formals = Types.substituteAll(best.parameters(), variables);
        passAll(
                arguments,
                !isCertain ? List.of() : choice.isVariable() ? Overloads.spread(formals, arguments.size()) : formals,
                result);
        boolean agree = isCertain
                || choice.methods().stream()
                                .map(method -> Types.erasedName(method.returnType()))
                                .distinct()
                                .count()
                        == 1;
        JavaType returnType = Types.substitute(best.returnType(), variables);
        result.returnType =
                isCertain ? returnType : agree ? Types.erasure(best.method().returnType()) : JavaType.UNKNOWN;
        result.thrown = Types.substituteAll(thrown(choice), variables);
    }

    /** Of several declarations of one signature, what all of them may throw (JLS 15.12.2.5). */
    private List<JavaType> thrown(Overloads.Choice choice) {
        List<JavaType> first = choice.methods().get(0).thrown();
        if (choice.sameSignature().size() < 2) {
            return first;
        }
        List<JavaType> common = new ArrayList<>();
        for (Member member : choice.sameSignature()) {
            for (JavaType type : member.thrown()) {
                boolean inAll = choice.sameSignature().stream()
                        .allMatch(other -> other.thrown().stream()
                                .anyMatch(above ->
                                        unit.types.isSubtype(type, above).isYes()));
                if (inAll && !common.contains(type)) {
                    common.add(type);
                }
            }
        }
        return common;
    }

    private Map<TypeVariable, JavaType> openVariables(Member method, Map<TypeVariable, JavaType> explicit) {
        List<TypeVariable> own = method.method().typeParameters();
        if (own.isEmpty()) {
            return Map.of();
        }
        Map<TypeVariable, JavaType> variables = new HashMap<>();
        for (TypeVariable variable : own) {
            JavaType given = explicit.get(variable);
            boolean isThrown = method.method().thrown().contains(variable);
            variables.put(variable, given != null ? given : new InferenceVariable(variable, isThrown, unit.types));
        }
        for (TypeVariable variable : own) {
            if (variables.get(variable) instanceof InferenceVariable open) {
                List<JavaType> bounds = variable.bounds().stream()
                        .filter(bound -> bound instanceof ClassType named && isAboutOthers(named, variable))
                        .toList();
                open.declareBounds(Types.substituteAll(bounds, variables), inference);
            }
        }
        return variables;
    }

    /** Whether a bound has arguments, and they do not speak of the variable that it bounds. */
    private static boolean isAboutOthers(ClassType bound, TypeVariable variable) {
        return !bound.arguments().isEmpty()
                && bound.equals(Types.substitute(bound, Map.of(variable, JavaType.UNKNOWN)));
    }

    private void passAll(List<Expression> arguments, List<JavaType> formals, CallTyping result) {
        Deque<CallTyping.Pending> open = new ArrayDeque<>();
        for (int i = 0; i < arguments.size(); i++) {
            typing.reduce(arguments.get(i), i < formals.size() ? formals.get(i) : JavaType.UNKNOWN, open);
        }
        result.pending().addAll(open);
    }

    /** {@code close()} on a resource. */
    CallTyping close(JavaType resource, Viewer viewer) {
        Found found = unit.members.methods(resource, "close", viewer);
        Overloads.Choice choice = overloads.choose(found.methods(), List.of(), found.isComplete());
        CallTyping result = new CallTyping("close", resource, choice.methods(), choice.confidence(), false);
        instantiate(result, choice, List.of(), Map.of());
        return result;
    }

    /** A method for arguments of which only the types are known, as a method reference has them. */
    Optional<CallTyping> reference(
            String name, JavaType receiver, List<Member> methods, List<JavaType> given, boolean isComplete) {
        List<Overloads.Argument> arguments = new ArrayList<>();
        given.forEach(type -> arguments.add(new Overloads.TypedArgument(type, unit.types)));
        Overloads.Choice choice = overloads.choose(methods, arguments, isComplete);
        if (choice.methods().isEmpty()) {
            return Optional.empty();
        }
        Member best = choice.methods().get(0);
        CallTyping result = new CallTyping(
                name,
                receiver,
                choice.methods(),
                choice.confidence(),
                best.method().isStatic());
        Map<TypeVariable, JavaType> variables = openVariables(best, Map.of());
        List<JavaType> formals = Types.substituteAll(best.parameters(), variables);
        List<JavaType> spread = choice.isVariable() ? Overloads.spread(formals, given.size()) : formals;
        for (int i = 0; i < given.size() && i < spread.size(); i++) {
            inference.subtype(given.get(i), spread.get(i));
        }
        result.returnType =
                choice.methods().size() == 1 ? Types.substitute(best.returnType(), variables) : JavaType.UNKNOWN;
        result.thrown = Types.substituteAll(best.thrown(), variables);
        return Optional.of(result);
    }
}
