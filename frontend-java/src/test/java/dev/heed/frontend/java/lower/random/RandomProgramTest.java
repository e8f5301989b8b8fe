package dev.heed.frontend.java.lower.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.IrDump;
import dev.heed.engine.ir.MethodRef;
import dev.heed.frontend.java.MemorySource;
import dev.heed.frontend.java.Reading;
import dev.heed.frontend.java.lower.Invariants;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The IR of generated programs does what javac's code for them does. */
class RandomProgramTest {
    private static final int PROGRAMS = Integer.getInteger("heed.random.programs", 40);
    private static final int FIRST = Integer.getInteger("heed.random.first", 0);
    private static final int RUNS = 12;

    @Test
    void behavesLikeTheCompiledProgram() throws Exception {
        Map<String, String> sources = new TreeMap<>();
        boolean hasPatternSwitch = Runtime.version().feature() >= 21;
        for (int i = 0; i < PROGRAMS; i++) {
            String name = "G" + (FIRST + i);
            sources.put(name, new ProgramGenerator(FIRST + i, hasPatternSwitch).program(name));
        }
        InMemoryCompiler compiler = new InMemoryCompiler();
        Map<String, byte[]> classes = compiler.compile(sources);
        // The generator does not know all of Java's rules of reachability.
        assertThat(classes.keySet().stream().filter(sources::containsKey).count())
                .isGreaterThan(PROGRAMS * 8L / 10);
        for (Map.Entry<String, String> program : sources.entrySet()) {
            if (classes.containsKey(program.getKey())) {
                check(program.getKey(), program.getValue(), classes);
            }
        }
    }

    private static void check(String name, String source, Map<String, byte[]> classes) throws Exception {
        Path tracer = Path.of(
                Tracer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Reading reading = Reading.of(List.of(new MemorySource(name, source)), List.of(tracer), 1, false);
        assertThat(reading.notifications()).isEmpty();
        Map<MethodRef, Function> functions = new LinkedHashMap<>();
        reading.program().functions().forEach(f -> functions.put(f.ref(), f));
        functions.values().forEach(Invariants::check);
        Function run = functions.values().iterator().next();
        for (boolean assertions : List.of(false, true)) {
            Class<?> compiled = InMemoryCompiler.load(name, classes, assertions);
            for (int seed = 0; seed < RUNS; seed++) {
                Tracer expected = new Tracer(seed);
                String expectedEnd = end(() -> invoke(compiled, expected));
                Tracer actual = new Tracer(seed);
                Interpreter interpreter = new Interpreter(functions, assertions);
                String actualEnd = end(() -> interpreter.run(run, List.of(actual), List.of()));
                String given = "\nseed " + seed + ", assertions " + assertions;
                Supplier<String> what = () -> source + "\n" + IrDump.text(run) + given;
                assertThat(actual.trace()).as(what).isEqualTo(expected.trace());
                assertThat(actualEnd).as(what).isEqualTo(expectedEnd);
                assertThat(interpreter.monitors()).as(what).isEmpty();
            }
        }
    }

    private static Object invoke(Class<?> compiled, Tracer tracer) throws Throwable {
        try {
            return compiled.getMethod("run", Tracer.class).invoke(null, tracer);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private interface Program {
        Object run() throws Throwable;
    }

    private static String end(Program program) {
        try {
            return "returns " + program.run();
        } catch (AssertionError e) {
            return "assertion " + e.getMessage();
        } catch (Throwable e) {
            return "throws " + Tracer.describe(e);
        }
    }
}
