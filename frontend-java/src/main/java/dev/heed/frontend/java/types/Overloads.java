package dev.heed.frontend.java.types;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import dev.heed.engine.ir.Confidence;
import dev.heed.engine.types.Truth;
import dev.heed.frontend.java.types.JavaType.ArrayType;
import dev.heed.frontend.java.types.JavaType.Primitive;
import dev.heed.frontend.java.types.JavaType.TypeVariable;
import dev.heed.frontend.java.types.Members.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Chooses among methods of one name by the arguments (JLS 15.12.2). */
final class Overloads {

    /** What an argument is. */
    interface Argument {

        /** Whether it can be passed for a formal parameter; the phase decides about boxing. */
        Truth fits(JavaType formal, boolean loose);

        /** Whether, for this argument, the first type is the better parameter type. */
        boolean prefers(JavaType first, JavaType second);
    }

    /** An argument of which only the type is known. */
    record TypedArgument(JavaType type, TypeSystem types) implements Argument {
        @Override
        public Truth fits(JavaType formal, boolean loose) {
            return loose ? types.isLooselyCompatible(type, formal) : types.isStrictlyCompatible(type, formal);
        }

        @Override
        public boolean prefers(JavaType first, JavaType second) {
            return isBetter(first, second, types);
        }
    }

    /**
     * The choice.
     *
     * @param methods the best first; empty if none fits
     * @param confidence RESOLVED if it is certain that the first is called
     * @param isVariable whether the first is called with a variable number of arguments
     * @param sameSignature further declarations of the same signature, whose {@code throws} clauses must agree
     */
    record Choice(List<Member> methods, Confidence confidence, boolean isVariable, List<Member> sameSignature) {}

    private static final Choice NOTHING = new Choice(List.of(), Confidence.UNRESOLVED, false, List.of());

    private final TypeSystem types;

    Overloads(TypeSystem types) {
        this.types = types;
    }

    private record Fit(Member method, int phase, Truth truth) {}

    /**
     * Chooses.
     *
     * @param isComplete whether the candidates are all that there are
     */
    Choice choose(List<Member> candidates, List<Argument> arguments, boolean isComplete) {
        List<Fit> fits = new ArrayList<>();
        List<Member> byArity = new ArrayList<>();
        for (Member candidate : candidates) {
            if (!hasArity(candidate.method(), arguments.size())) {
                continue;
            }
            byArity.add(candidate);
            Fit fit = fit(candidate, arguments);
            if (fit != null) {
                fits.add(fit);
            }
        }
        if (byArity.isEmpty()) {
            return NOTHING;
        }
        if (byArity.size() == 1) {
            return single(byArity.get(0), fits, arguments, isComplete);
        }
        if (fits.isEmpty()) {
            return new Choice(byArity, Confidence.GUESSED, false, List.of());
        }
        return among(fits, arguments, isComplete);
    }

    /** The code compiles: if only one method has the arity, it is the one. */
    private Choice single(Member only, List<Fit> fits, List<Argument> arguments, boolean isComplete) {
        boolean variable = fits.isEmpty()
                ? only.method().isVarargs()
                        && arguments.size() != only.method().parameters().size()
                : fits.get(0).phase == 3;
        boolean exact = !fits.isEmpty() && fits.get(0).phase == 1 && isExact(only, arguments);
        return new Choice(
                List.of(only), isComplete || exact ? Confidence.RESOLVED : Confidence.GUESSED, variable, List.of());
    }

    /** Whether no method that was not seen could be a better choice: no arguments, or none that fits better. */
    private static boolean isExact(Member method, List<Argument> arguments) {
        return arguments.isEmpty() && method.method().parameters().isEmpty();
    }

    private Choice among(List<Fit> fits, List<Argument> arguments, boolean isComplete) {
        int first = fits.stream().mapToInt(Fit::phase).min().orElse(3);
        List<Fit> inFirst = fits.stream().filter(fit -> fit.phase == first).toList();
        boolean anyCertain = inFirst.stream().anyMatch(fit -> fit.truth.isYes());
        List<Fit> rivals = anyCertain ? inFirst : fits;
        List<Member> methods = new ArrayList<>();
        rivals.forEach(fit -> methods.add(fit.method));
        List<Member> best = mostSpecific(inFirst.stream().map(Fit::method).toList(), arguments, first == 3);
        Confidence confidence = isComplete ? Confidence.RESOLVED : Confidence.GUESSED;
        if (best.size() == 1) {
            boolean certain = rivals.size() == 1
                    || rivals.stream().anyMatch(fit -> fit.method == best.get(0) && fit.truth.isYes());
            if (!certain) {
                return new Choice(ordered(best, methods), Confidence.GUESSED, first == 3, List.of());
            }
            return new Choice(best, confidence, first == 3, List.of());
        }
        if (best.stream().allMatch(member -> Members.sameSignature(best.get(0), member))) {
            List<Member> preferred = preferConcrete(best);
            boolean certain = rivals.stream().allMatch(fit -> fit.truth.isYes()) || rivals.size() == best.size();
            return new Choice(
                    List.of(preferred.get(0)), certain ? confidence : Confidence.GUESSED, first == 3, preferred);
        }
        return new Choice(ordered(best, methods), Confidence.GUESSED, first == 3, List.of());
    }

    private static List<Member> ordered(List<Member> best, List<Member> all) {
        List<Member> result = new ArrayList<>(best);
        all.stream().filter(member -> !best.contains(member)).forEach(result::add);
        return result;
    }

    /** Of declarations of one signature: the one with a body, else the one with the most specific result (JLS 15.12.2.5). */
    private List<Member> preferConcrete(List<Member> same) {
        List<Member> result = new ArrayList<>(same);
        Member best = result.get(0);
        for (Member member : result) {
            boolean better = best.method().isAbstract() != member.method().isAbstract()
                    ? best.method().isAbstract()
                    : best.method().isAbstract()
                            && types.isSubtype(member.returnType(), best.returnType())
                                    .isYes()
                            && !types.isSubtype(best.returnType(), member.returnType())
                                    .isYes();
            best = better ? member : best;
        }
        result.remove(best);
        result.add(0, best);
        return result.get(0).method().isAbstract() ? result : List.of(best);
    }

    private static boolean hasArity(MethodInfo method, int count) {
        int parameters = method.parameters().size();
        return method.isVarargs() ? count >= parameters - 1 : count == parameters;
    }

    /** The first phase in which a method may be applicable, or null. */
    private @org.jspecify.annotations.Nullable Fit fit(Member candidate, List<Argument> arguments) {
        List<JavaType> formals = vague(candidate);
        if (formals.size() == arguments.size()) {
            for (int phase = 1; phase <= 2; phase++) {
                Truth truth = allFit(formals, arguments, phase == 2);
                if (!truth.isNo()) {
                    return new Fit(candidate, phase, truth);
                }
            }
        }
        if (candidate.method().isVarargs()) {
            Truth truth = allFit(spread(formals, arguments.size()), arguments, true);
            if (!truth.isNo()) {
                return new Fit(candidate, 3, truth);
            }
        }
        return null;
    }

    /** The parameter types with variables for the method's own type parameters that fit whatever their bounds allow. */
    private List<JavaType> vague(Member candidate) {
        List<TypeVariable> own = candidate.method().typeParameters();
        if (own.isEmpty()) {
            return candidate.parameters();
        }
        Map<TypeVariable, JavaType> map = new HashMap<>();
        for (TypeVariable variable : own) {
            map.put(variable, new InferenceVariable(variable, false, types));
        }
        return Types.substituteAll(candidate.parameters(), map);
    }

    /** The parameter types of a call with a variable number of arguments. */
    static List<JavaType> spread(List<JavaType> formals, int count) {
        List<JavaType> all = new ArrayList<>();
        int fixed = formals.size() - 1;
        JavaType last = formals.get(fixed);
        JavaType element = last instanceof ArrayType array ? array.element() : last;
        for (int i = 0; i < count; i++) {
            all.add(i < fixed ? formals.get(i) : element);
        }
        return all;
    }

    private Truth allFit(List<JavaType> formals, List<Argument> arguments, boolean loose) {
        Truth all = Truth.YES;
        for (int i = 0; i < arguments.size(); i++) {
            JavaType formal = formals.get(i);
            Truth one = arguments.get(i).fits(formal, loose);
            if (one.isNo()) {
                return Truth.NO;
            }
            all = one.isYes() ? all : Truth.UNKNOWN;
        }
        return all;
    }

    /** Those that no other is more specific than. */
    private List<Member> mostSpecific(List<Member> methods, List<Argument> arguments, boolean isVariable) {
        if (methods.size() == 1) {
            return methods;
        }
        List<Member> best = new ArrayList<>();
        for (Member method : methods) {
            boolean beaten = false;
            boolean beatsAll = true;
            for (Member other : methods) {
                if (other != method) {
                    boolean over = isMoreSpecific(method, other, arguments, isVariable);
                    boolean under = isMoreSpecific(other, method, arguments, isVariable);
                    beaten |= under && !over;
                    beatsAll &= over;
                }
            }
            if (beatsAll && !beaten) {
                best.add(0, method);
            } else if (!beaten) {
                best.add(method);
            }
        }
        // Strictly better than all others: certain. Several that beat all: the same signature.
        return best.isEmpty() ? methods : best;
    }

    private boolean isMoreSpecific(Member first, Member second, List<Argument> arguments, boolean isVariable) {
        List<JavaType> left = first.parameters();
        List<JavaType> right = vague(second);
        int count = arguments.size();
        if (isVariable) {
            count = Math.max(count, Math.max(left.size(), right.size()));
            left = spread(left, count);
            right = spread(right, count);
        }
        if (left.size() != count || right.size() != count) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            boolean better = i < arguments.size()
                    ? arguments.get(i).prefers(left.get(i), right.get(i))
                    : isBetter(left.get(i), right.get(i), types);
            if (!better) {
                return false;
            }
        }
        return true;
    }

    /** Whether the first is a subtype of the second, or as good. */
    static boolean isBetter(JavaType first, JavaType second, TypeSystem types) {
        if (first instanceof Primitive from && second instanceof Primitive to) {
            return TypeSystem.widens(from, to);
        }
        if (first instanceof Primitive || second instanceof Primitive) {
            return false;
        }
        return types.isSubtype(first, second).isYes();
    }

    /** Whether an argument stands for a function. */
    static boolean isFunction(Expression expression) {
        return expression instanceof com.github.javaparser.ast.expr.LambdaExpr
                || expression instanceof MethodReferenceExpr;
    }
}
