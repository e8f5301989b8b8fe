package dev.heed.frontend.java.types;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import dev.heed.frontend.java.types.JavaType.ArrayType;
import dev.heed.frontend.java.types.JavaType.ClassType;
import dev.heed.frontend.java.types.JavaType.TypeVariable;
import dev.heed.frontend.java.types.Members.Found;
import dev.heed.frontend.java.types.Members.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What method references refer to (JLS 15.13). */
final class MethodReferences {
    private final Unit unit;
    private final Typing typing;
    private final Names names;
    private final Map<MethodReferenceExpr, Referred> referred = new IdentityHashMap<>();
    private @Nullable Calls calls;

    MethodReferences(Unit unit, Typing typing, Names names) {
        this.unit = unit;
        this.typing = typing;
        this.names = names;
    }

    void connect(Calls known) {
        this.calls = known;
    }

    /** The one method that a method reference can mean, if its name is not overloaded (JLS 15.13.1). */
    @Nullable
    Member exact(MethodReferenceExpr reference) {
        Referred target = referred(reference);
        List<Member> methods = target.found.methods();
        return target.found.isComplete()
                        && methods.size() == 1
                        && !methods.get(0).method().isVarargs()
                ? methods.get(0)
                : null;
    }

    /** Without a function type: the only method of that name, if there is but one. */
    CallTyping guess(MethodReferenceExpr reference, Referred target) {
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

    CallTyping refer(MethodReferenceExpr reference, Referred target, List<JavaType> given) {
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
    record Referred(JavaType type, Found found, boolean isType, boolean isArray, Members.Viewer viewer) {}

    Referred referred(MethodReferenceExpr reference) {
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
