package dev.heed.frontend.java.types;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** Large and odd text, and several threads at once. */
class ResolverLoadTest {

    /** As the scan has it: trees are deep, and so is the recursion over them. */
    private static <T> T withLargeStack(Callable<T> work) throws InterruptedException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, "large stack", 256L << 20);
        thread.start();
        return task.get();
    }

    private static long unresolvedIn(String body) {
        CompilationUnit unit = OracleComparison.parse("import java.util.*; class A { void m() {" + body + "} }");
        ProjectTypes.Builder project = new ProjectTypes.Builder();
        project.add(unit, "A.java");
        UnitResolver resolver = JavaTypes.of(project.build(), ClassPath.empty()).resolverFor(unit, "A.java");
        return unit.findAll(MethodCallExpr.class).stream()
                .filter(call -> !resolver.callee(call).isResolved())
                .count();
    }

    @Test
    void typesLongChainsAndLongBlocks() throws InterruptedException, ExecutionException {
        String chain = "new StringBuilder()" + ".append(\"x\")".repeat(2_000) + ".length();";
        String sum = "String s = \"a\"" + " + \"b\"".repeat(2_000) + "; s.trim();";
        StringBuilder block = new StringBuilder("Optional<String> o0 = Optional.of(\"x\");");
        for (int i = 1; i < 3_000; i++) {
            block.append("var o").append(i).append(" = o").append(i - 1).append(".map(v -> v.trim());");
        }
        assertThat(withLargeStack(() -> unresolvedIn(chain))).isZero();
        assertThat(withLargeStack(() -> unresolvedIn(sum))).isZero();
        assertThat(withLargeStack(() -> unresolvedIn(block.toString()))).isZero();
    }

    /** A hierarchy in which the number of ways upwards doubles with each level. */
    @Test
    void walksHierarchiesOnce() {
        StringBuilder text = new StringBuilder("interface I0 { void go(); } interface J0 { void go(); }");
        for (int i = 1; i < 60; i++) {
            for (String name : List.of("I", "J")) {
                text.append("interface ").append(name).append(i);
                text.append(" extends I")
                        .append(i - 1)
                        .append(", J")
                        .append(i - 1)
                        .append(" {}");
            }
        }
        CompilationUnit unit = OracleComparison.parse(text + "class A { void m(I59 i) { i.go(); i.gone(); } }");
        ProjectTypes.Builder project = new ProjectTypes.Builder();
        project.add(unit, "A.java");
        JavaTypes types = JavaTypes.of(project.build(), ClassPath.empty());
        UnitResolver resolver = types.resolverFor(unit, "A.java");
        List<MethodCallExpr> calls = unit.findAll(MethodCallExpr.class);
        assertThat(resolver.callee(calls.get(0)).isResolved()).isTrue();
        assertThat(resolver.callee(calls.get(1)).isResolved()).isFalse();
        assertThat(types.hierarchy().isSubtype("I59", "J0").isYes()).isTrue();
        assertThat(types.hierarchy().isSubtype("I59", "A").isNo()).isTrue();
    }

    @Test
    void answersTheSameFromSeveralThreads() throws Exception {
        Map<String, CompilationUnit> units = new TreeMap<>();
        ProjectTypes.Builder project = new ProjectTypes.Builder();
        ResolverAgainstJavacTest.corpus("corpus").forEach((path, text) -> {
            CompilationUnit unit = OracleComparison.parse(text);
            units.put(path, unit);
            project.add(unit, path);
        });
        ProjectTypes built = project.build();
        Map<String, List<String>> expected = new TreeMap<>();
        JavaTypes alone = JavaTypes.of(built, ClassPath.empty());
        units.forEach((path, unit) -> expected.put(path, answers(alone.resolverFor(unit, path), unit)));

        JavaTypes shared = JavaTypes.of(built, ClassPath.empty());
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            Map<String, List<Future<List<String>>>> found = new TreeMap<>();
            units.forEach((path, unit) -> {
                List<Future<List<String>>> several = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    several.add(pool.submit(() -> answers(shared.resolverFor(unit, path), unit)));
                }
                found.put(path, several);
            });
            for (Map.Entry<String, List<Future<List<String>>>> entry : found.entrySet()) {
                for (Future<List<String>> future : entry.getValue()) {
                    assertThat(future.get()).isEqualTo(expected.get(entry.getKey()));
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<String> answers(UnitResolver resolver, CompilationUnit unit) {
        return unit.findAll(MethodCallExpr.class).stream()
                .map(call -> resolver.callee(call).toString())
                .toList();
    }
}
