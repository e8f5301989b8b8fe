package dev.heed.cli.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Classes answer the same before and after. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlainClassesTest {
    private static final String SOURCE = """
            package dev.heed;
            import java.io.Serializable;
            import java.util.*;
            import java.util.function.*;
            import java.util.stream.*;

            public class Sample extends Base implements Named {
                private final String name = "sample";
                private int count;

                record Point(int x, long y, double d, float f, boolean b, char c, byte e, short s, String t, int[] a) {}
                record Empty() {}
                record Pair<A, B>(A first, B second) {}

                interface Widening { double of(int i); }
                interface Bytes { long of(byte b); }
                interface Adder { Integer add(int a, Integer b); }
                interface Join { String join(String... all); }

                private String hidden(Object o) { return name + o + count++; }
                static long twice(long l) { return 2 * l; }
                static double half(double d) { return d / 2; }
                static int sum(int a, int b) { return a + b; }
                @Override String greet() { return "own"; }

                static String run() { return new Sample().all(); }

                String all() {
                    StringBuilder out = new StringBuilder();
                    long big = 1L << 40; double part = 0.25; int small = 3; char letter = 'q'; boolean yes = true;
                    Supplier<String> capturing = () -> name + big + part + small + letter + yes;
                    Function<Object, String> bound = this::hidden;
                    Function<String, Integer> unbound = String::length;
                    Supplier<List<String>> made = ArrayList::new;
                    IntFunction<int[]> array = int[]::new;
                    LongUnaryOperator plain = Sample::twice;
                    Widening widening = Sample::half;
                    Bytes bytes = Sample::twice;
                    Adder adder = Sample::sum;
                    Join join = all -> String.join("+", all);
                    Supplier<String> above = super::greet;
                    Supplier<Supplier<String>> nested = () -> () -> hidden("deep");
                    Runnable dropped = () -> new StringBuilder("dropped").reverse();
                    ToLongFunction<Integer> unboxed = Integer::intValue;
                    Comparator<String> comparator = Comparator.<String>naturalOrder().thenComparing(String::length);
                    Serializable kept = (Supplier<String> & Serializable) () -> "kept";
                    BiFunction<String, String, Pair<String, String>> pairs = Pair::new;
                    dropped.run();
                    out.append(capturing.get()).append(bound.apply(7)).append(unbound.apply("four"));
                    out.append(made.get()).append(array.apply(3).length).append(plain.applyAsLong(21));
                    out.append(widening.of(5)).append(bytes.of((byte) -2)).append(adder.add(1, 2)).append(join.join("a", "b"));
                    out.append(above.get()).append(greet()).append(nested.get().get()).append(unboxed.applyAsLong(9));
                    out.append(comparator.compare("a", "b")).append(((Supplier<?>) kept).get()).append(pairs.apply("l", "r"));
                    Map<String, Integer> lengths = Stream.of("x", "yy").collect(Collectors.toMap(s -> s, String::length, Integer::sum, TreeMap::new));
                    out.append(lengths);
                    out.append(new Inner().get()).append(Named.of().get()).append(same() == same());
                    int[] shared = {1};
                    Point one = new Point(1, 2, 0.0, Float.NaN, true, 'c', (byte) 4, (short) 5, "t", shared);
                    for (Point other : List.of(
                            new Point(1, 2, 0.0, Float.NaN, true, 'c', (byte) 4, (short) 5, "t", shared),
                            new Point(1, 2, -0.0, Float.NaN, true, 'c', (byte) 4, (short) 5, "t", shared),
                            new Point(1, 2, 0.0, Float.NaN, true, 'c', (byte) 4, (short) 5, "t", null),
                            new Point(1, 3, 0.0, Float.NaN, true, 'c', (byte) 4, (short) 5, "t", shared),
                            new Point(1, 2, 0.0, 1, false, 'd', (byte) 5, (short) 6, null, shared))) {
                        out.append(one.equals(other)).append(other.equals(one)).append(other.a() == null ? other.hashCode() : 0);
                    }
                    out.append(new Pair<>("l", null).hashCode()).append(new Pair<>(1, 2L).equals(new Pair<>(1, 2L)));
                    out.append(one.equals("point")).append(one.equals(null)).append(new Empty().equals(new Empty()));
                    return out.append(new Empty().hashCode()).append(new Pair<>("l", null)).toString();
                }

                static Runnable same() { return () -> { }; }

                class Inner {
                    private int own = 5;
                    String get() { Supplier<String> s = () -> hidden(own); return s.get(); }
                }
            }

            class Base { String greet() { return "base"; } }

            interface Named { static Supplier<String> of() { return () -> secret("named"); } private static String secret(String s) { return s + "!"; } }
            """;

    private final Map<String, byte[]> compiled = new TreeMap<>();
    private final Map<String, byte[]> plain = new TreeMap<>();

    @BeforeAll
    void compile(@TempDir Path folder) throws IOException {
        Path source = folder.resolve("Sample.java");
        Files.writeString(source, SOURCE);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-nowarn", "--release", "17", "-d", folder.toString(), source.toString());
        assertThat(result).isZero();
        try (Stream<Path> files = Files.list(folder.resolve("dev/heed"))) {
            for (Path file : files.toList()) {
                compiled.put("dev/heed/" + file.getFileName(), Files.readAllBytes(file));
            }
        }
        PlainClasses classes = new PlainClasses();
        compiled.forEach(classes::add);
        compiled.keySet().forEach(entry -> plain.put(entry, classes.changed(entry)));
        plain.putAll(classes.made());
    }

    private static String run(Map<String, byte[]> classes) throws ReflectiveOperationException {
        ClassLoader loader = new ClassLoader(ClassLoader.getPlatformClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = classes.get(name.replace('.', '/') + ".class");
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
        for (String entry : classes.keySet()) {
            Class.forName(entry.replace('/', '.').substring(0, entry.length() - ".class".length()), true, loader);
        }
        var run = loader.loadClass("dev.heed.Sample").getDeclaredMethod("run");
        run.setAccessible(true);
        return (String) run.invoke(null);
    }

    @Test
    void answerIsTheSame() throws ReflectiveOperationException {
        assertThat(run(plain)).isEqualTo(run(compiled)).contains("base", "own", "kept", "named!");
    }

    /** The bootstrap methods that are left, by what they make. */
    private static Map<String, Integer> bootstraps(Map<String, byte[]> classes) {
        Map<String, Integer> found = new TreeMap<>();
        classes.values()
                .forEach(bytes -> new ClassReader(bytes)
                        .accept(
                                new ClassVisitor(Opcodes.ASM9) {
                                    @Override
                                    public MethodVisitor visitMethod(
                                            int access,
                                            String name,
                                            String descriptor,
                                            String signature,
                                            String[] exceptions) {
                                        return new MethodVisitor(Opcodes.ASM9) {
                                            @Override
                                            public void visitInvokeDynamicInsn(
                                                    String called, String type, Handle bootstrap, Object... arguments) {
                                                boolean isOfRecord =
                                                        bootstrap.getOwner().endsWith("ObjectMethods");
                                                found.merge(isOfRecord ? called : bootstrap.getName(), 1, Integer::sum);
                                            }
                                        };
                                    }
                                },
                                0));
        return found;
    }

    @Test
    void onlyWhatIsSerializableIsLeftToTheJvm() {
        assertThat(bootstraps(compiled)).containsKeys("metafactory", "altMetafactory", "equals", "hashCode");
        assertThat(bootstraps(plain))
                .containsEntry("altMetafactory", bootstraps(compiled).get("altMetafactory"))
                .doesNotContainKeys("metafactory", "equals", "hashCode");
    }

    @Test
    void secondTimeChangesNothing() {
        PlainClasses again = new PlainClasses();
        plain.forEach(again::add);
        assertThat(again.made()).isEmpty();
        assertThat(again.changed("dev/heed/Sample.class")).isEqualTo(plain.get("dev/heed/Sample.class"));
    }

    @Test
    void takesWhatAScanRuns() {
        assertThat(PlainClasses.takes("dev/heed/engine/ir/Block.class")).isTrue();
        assertThat(PlainClasses.takes("com/github/javaparser/JavaParser.class")).isTrue();
        assertThat(PlainClasses.takes("dev/heed/verify/drive/Driver.class")).isFalse();
        assertThat(PlainClasses.takes("dev/heed/runtime/Loop.class")).isFalse();
        assertThat(PlainClasses.takes("picocli/CommandLine.class")).isFalse();
        assertThat(PlainClasses.takes("dev/heed/rules/rules.txt")).isFalse();
    }
}
