package dev.heed.frontend.java.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.heed.engine.ir.Callee;
import dev.heed.engine.ir.Confidence;
import dev.heed.frontend.java.types.UnitResolver.FunctionType;
import dev.heed.frontend.java.types.UnitResolver.Meaning;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitResolverTest {

    private record Resolved(CompilationUnit unit, UnitResolver resolver, JavaTypes types) {

        Callee call(String name) {
            return resolver.callee(unit.findFirst(
                            MethodCallExpr.class, c -> c.getNameAsString().equals(name))
                    .orElseThrow());
        }

        NameExpr name(String name) {
            return unit.findFirst(NameExpr.class, n -> n.getNameAsString().equals(name))
                    .orElseThrow();
        }

        Expression initializer(String variable) {
            return unit.findFirst(
                            com.github.javaparser.ast.body.VariableDeclarator.class,
                            v -> v.getNameAsString().equals(variable))
                    .orElseThrow()
                    .getInitializer()
                    .orElseThrow();
        }
    }

    private static Resolved resolve(String text, String... others) {
        ProjectTypes.Builder project = new ProjectTypes.Builder();
        CompilationUnit unit = OracleComparison.parse(text);
        project.add(unit, "Main.java");
        for (int i = 0; i < others.length; i++) {
            project.add(OracleComparison.parse(others[i]), "Other" + i + ".java");
        }
        JavaTypes types = JavaTypes.of(project.build(), ClassPath.empty());
        return new Resolved(unit, types.resolverFor(unit, "Main.java"), types);
    }

    @Test
    void tellsWhatNamesMean() {
        Resolved resolved = resolve("""
                package p;
                import java.util.concurrent.TimeUnit;
                class A extends Unseen {
                    static int count;
                    A next;
                    void m(String text) {
                        use(text); use(count); use(next.next); use(TimeUnit.DAYS); use(inherited);
                        java.util.List<String> list = java.util.List.of();
                        for (String each : list) use(each);
                    }
                }
                """);
        assertThat(resolved.resolver.meaningOf(resolved.name("text"))).isInstanceOf(Meaning.Local.class);
        assertThat(resolved.resolver.meaningOf(resolved.name("count")))
                .isEqualTo(new Meaning.Field(new dev.heed.engine.ir.FieldRef("p.A", "count", "int", true)));
        assertThat(resolved.resolver.meaningOf(resolved.name("TimeUnit")))
                .isEqualTo(new Meaning.TypeName("java.util.concurrent.TimeUnit"));
        assertThat(resolved.resolver.meaningOf(resolved.name("inherited"))).isInstanceOf(Meaning.Unknown.class);
        assertThat(resolved.resolver.meaningOf(resolved.name("each"))).isInstanceOf(Meaning.Local.class);
        List<FieldAccessExpr> accesses = resolved.unit.findAll(FieldAccessExpr.class);
        assertThat(resolved.resolver.meaningOf(accesses.get(0)))
                .isEqualTo(new Meaning.Field(new dev.heed.engine.ir.FieldRef("p.A", "next", "p.A", false)));
        assertThat(resolved.resolver.typeOf((Expression) accesses.get(1))).isEqualTo("java.util.concurrent.TimeUnit");
    }

    @Test
    void tellsFunctionTypes() {
        Resolved resolved = resolve("""
                import java.util.concurrent.*;
                class A {
                    Callable<Thread> task = () -> new Thread();
                    void m(ExecutorService pool, Unknown unknown) {
                        pool.submit(() -> 1);
                        unknown.submit(x -> x);
                        Callable<?> reference = pool::shutdownNow;
                    }
                }
                """);
        List<LambdaExpr> lambdas = resolved.unit.findAll(LambdaExpr.class);
        FunctionType task = resolved.resolver.functionTypeOf(lambdas.get(0));
        assertThat(task.type()).isEqualTo("java.util.concurrent.Callable");
        assertThat(task.method()).hasToString("java.util.concurrent.Callable#call()");
        assertThat(task.declaredThrows()).containsExactly("java.lang.Exception");
        assertThat(task.returnType()).isEqualTo("java.lang.Thread");
        assertThat(resolved.resolver.functionTypeOf(lambdas.get(1)).type()).isEqualTo("java.util.concurrent.Callable");
        assertThat(resolved.resolver.functionTypeOf(lambdas.get(2))).isEqualTo(FunctionType.UNKNOWN);
        MethodReferenceExpr reference =
                resolved.unit.findFirst(MethodReferenceExpr.class).orElseThrow();
        assertThat(resolved.resolver.callee(reference).candidates().get(0))
                .hasToString("java.util.concurrent.ExecutorService#shutdownNow()");
    }

    @Test
    void numbersAnonymousAndLocalTypesInTheOrderOfTheText() {
        Resolved resolved = resolve("""
                package p;
                class A {
                    Object second() { class L {} return new Object() { Object in = new Object() {}; }; }
                    Object third = new Object() {};
                    class B { Object o = new Object() {}; class L {} void m() { class L {} class M {} } }
                }
                """);
        List<String> names = resolved.unit.findAll(ObjectCreationExpr.class).stream()
                .map(resolved.resolver::binaryNameOf)
                .toList();
        assertThat(names).containsExactlyInAnyOrder("p.A$1", "p.A$1$1", "p.A$2", "p.A$B$1");
        assertThat(resolved.types.hierarchy().isKnown("p.A$1L")).isTrue();
        assertThat(resolved.types.hierarchy().isKnown("p.A$B$1M")).isTrue();
        assertThat(resolved.types.hierarchy().isKnown("p.A$B$L")).isTrue();
    }

    @Test
    void listsOverriddenMethodsNearestFirst() {
        Resolved resolved = resolve("""
                import java.util.concurrent.*;
                abstract class A extends B<String> implements Callable<Integer> {
                    public Integer call() { return 1; }
                    void take(String s) {}
                }
                abstract class B<T> extends C<T> { void take(T t) {} }
                abstract class C<T> { void take(T t) throws InterruptedException {} }
                """);
        List<MethodDeclaration> methods = resolved.unit.findAll(MethodDeclaration.class);
        assertThat(resolved.resolver.overriddenBy(methods.get(0)).toString())
                .isEqualTo("[java.util.concurrent.Callable#call()]");
        assertThat(resolved.resolver.overriddenBy(methods.get(1)).toString())
                .isEqualTo("[B#take(java.lang.Object), C#take(java.lang.Object)]");
        assertThat(resolved.resolver.refOf(methods.get(1))).hasToString("A#take(java.lang.String)");
    }

    @Test
    void evaluatesConstants() {
        Resolved resolved = resolve("""
                class A {
                    static final String WHO = "a" + 1;
                    static final int N = 3;
                    String s = WHO + N * 2 + Other.SUFFIX + Byte.MAX_VALUE + true;
                    String t = WHO + System.nanoTime();
                    boolean b = !(false && true);
                    static final String ALL = Other.SUFFIX + In.DEEP + N;
                    static final String LOOP = LOOP2 + 1, LOOP2 = LOOP + 2;
                    static class In { static final String DEEP = "<" + WHO + ">"; }
                    String u = ALL + '.', v = LOOP;
                }
                """, "class Other { static final String SUFFIX = \"-x\"; }");
        assertThat(resolved.resolver.constantOf(resolved.initializer("s"))).isEqualTo("a16-x127true");
        assertThat(resolved.resolver.constantOf(resolved.initializer("t"))).isNull();
        assertThat(resolved.resolver.constantOf(resolved.initializer("b"))).isEqualTo(true);
        assertThat(resolved.resolver.constantOf(resolved.initializer("u"))).isEqualTo("-x<a1>3.");
        assertThat(resolved.resolver.constantOf(resolved.initializer("v"))).isNull();
    }

    @Test
    void guessesWhereANameSaysEnough() {
        Resolved resolved = resolve("""
                import lib.Unseen;
                class A extends Unseen {
                    void m(Unseen u, Unseen.Part part) {
                        u.pool().awaitTermination(1, null);
                        u.start();
                        part.await();
                        u.wait(3L);
                        own();
                        inherited();
                    }
                    void own() throws java.io.IOException {}
                }
                """);
        Callee guessed = resolved.call("awaitTermination");
        assertThat(guessed.confidence()).isEqualTo(Confidence.GUESSED);
        assertThat(guessed.declaredThrows()).containsExactly("java.lang.InterruptedException");
        assertThat(resolved.call("start"))
                .isEqualTo(new Callee("start", "lib.Unseen", List.of(), List.of(), "?", false, Confidence.UNRESOLVED));
        assertThat(resolved.call("await").receiverType()).isEqualTo("lib.Unseen$Part");
        assertThat(resolved.call("await").confidence()).isEqualTo(Confidence.UNRESOLVED);
        assertThat(resolved.call("wait").confidence()).isEqualTo(Confidence.RESOLVED);
        assertThat(resolved.call("wait").declaredThrows()).containsExactly("java.lang.InterruptedException");
        assertThat(resolved.call("own").confidence()).isEqualTo(Confidence.RESOLVED);
        Callee inherited = resolved.call("inherited");
        assertThat(inherited.confidence()).isEqualTo(Confidence.UNRESOLVED);
        assertThat(inherited.receiverType()).isEqualTo("A");
        assertThat(resolved.call("pool").candidates()).isEmpty();
        UnresolvedStatistics statistics = resolved.types.statistics();
        assertThat(statistics.guessed()).isEqualTo(1);
        assertThat(statistics.mostFrequent(1).get(0).type()).isEqualTo("lib.Unseen");
    }

    @Test
    void closesAsTheMostSpecificTypeSays() {
        Resolved resolved = resolve("interface A extends java.io.Closeable { void close(); }");
        assertThat(resolved.resolver.closeOf("A").declaredThrows()).isEmpty();
        assertThat(resolved.resolver.closeOf("java.io.Reader").declaredThrows()).containsExactly("java.io.IOException");
        assertThat(resolved.resolver.closeOf("java.lang.AutoCloseable").declaredThrows())
                .containsExactly("java.lang.Exception");
        assertThat(resolved.resolver.closeOf("?").confidence()).isEqualTo(Confidence.UNRESOLVED);
    }

    @Test
    void survivesTextThatMakesNoSense() {
        Resolved resolved = resolve("""
                class A extends A.B { class B extends A {} void m() { var x = x.y(); x(x -> x.z(x)); this.q.r(); } }
                class C<T extends T> extends D<C> { T t; void m() { t.t(); C.this.t.u(); new C<>() {}.v(); } }
                interface D<T> extends D<D<T>> { }
                enum E { F(F) { }; E(E e) { this(e.values()); } }
                """);
        resolved.unit.findAll(MethodCallExpr.class).forEach(call -> {
            assertThat(resolved.resolver.callee(call)).isNotNull();
            assertThat(resolved.resolver.typeOf((Expression) call)).isNotNull();
        });
        assertThat(resolved.types.hierarchy().isSubtype("A", "java.lang.Thread"))
                .isNotNull();
    }

    /** Work that doubles with each level would never end here. */
    @Test
    void typesDeeplyNestedCallsOnce() {
        StringBuilder lambdas = new StringBuilder();
        StringBuilder calls = new StringBuilder();
        StringBuilder chain = new StringBuilder("Optional.of(1)");
        int depth = 60;
        for (int i = 0; i < depth; i++) {
            lambdas.append("apply(x").append(i).append(" -> ");
            calls.append("pick(1, pick(");
            chain.append(".map(v -> v)");
        }
        lambdas.append("x0").append(")".repeat(depth));
        calls.append("2").append(", 3))".repeat(depth).replace(", 3))", "))"));
        Resolved resolved = resolve("import java.util.*; import java.util.function.*; class A {"
                + " static <T, R> R apply(Function<T, R> f) { return null; }"
                + " static String apply(Callable2<String> f) { return null; }"
                + " interface Callable2<T> { T call(T t, T u); }"
                + " static <T> T pick(T a, T b) { return a; } static <T> T pick(T a) { return a; }"
                + " void m() { Object o = " + lambdas + "; Object p = " + calls + "; Object q = " + chain + "; } }");
        resolved.unit
                .findAll(MethodCallExpr.class)
                .forEach(call ->
                        assertThat(resolved.resolver.callee(call).confidence()).isEqualTo(Confidence.RESOLVED));
    }
}
