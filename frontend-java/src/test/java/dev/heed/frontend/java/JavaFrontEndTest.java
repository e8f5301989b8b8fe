package dev.heed.frontend.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.IrDump;
import dev.heed.engine.ir.MethodRef;
import dev.heed.engine.ir.TypeDeclaration;
import dev.heed.engine.scan.FrontEnd;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.Outline;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceException;
import dev.heed.engine.source.SourceFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JavaFrontEndTest {

    private static String dump(Reading reading) {
        return reading.program().functions().stream()
                        .map(f -> f.file().path() + "\n" + IrDump.text(f))
                        .collect(Collectors.joining())
                + reading.program().types()
                + reading.notifications().stream()
                        .map(n -> n.path() + n.span() + n.message())
                        .sorted()
                        .toList();
    }

    @Test
    void resultDoesNotDependOnThreads() {
        List<MemorySource> files = new ArrayList<>();
        for (int i = 10; i < 40; i++) {
            files.add(new MemorySource(
                    "p/C" + i + ".java",
                    "package p; class C" + i + " extends C" + (i + 1) + " { int f" + i + "; void m() { f" + (i + 1)
                            + " = f(); Runnable r = () -> new Object() { }; } int f() { "
                            + (i % 7 == 0 ? "int x = ;" : "")
                            + "return 1; } }"));
        }
        String expected = dump(Reading.of(files, List.of(), 1, false));
        assertThat(expected).contains("p.C12#f").contains("'f' was not analyzed");
        assertThat(dump(Reading.of(files, List.of(), 4, false))).isEqualTo(expected);
    }

    /** A file that cannot be read. */
    private record Failing(String path, Exception failure) implements SourceFile {
        @Override
        public String relativePath() {
            return path;
        }

        @Override
        public Language language() {
            return Language.JAVA;
        }

        @Override
        public String text() throws IOException {
            if (failure instanceof IOException e) {
                throw e;
            }
            throw (RuntimeException) failure;
        }
    }

    @Test
    void oneBadFileDoesNotEndTheScan() {
        Reading reading = Reading.of(
                new Failing("a.java", new IOException("disk")),
                new MemorySource("b.java", ""),
                new Failing("c.java", new SourceException("c is binary; leave it out.")),
                new MemorySource("d.java", "class D { void m() {} }"),
                new Failing("e.java", new UncheckedIOException(new IOException())));
        assertThat(reading.program().functions()).hasSize(1);
        assertThat(reading.notifications()).hasSize(3);
        assertThat(reading.notifications().get(0).message())
                .isEqualTo("The file could not be read (disk); check that it exists and is readable.");
        assertThat(reading.notifications().get(1).message()).isEqualTo("c is binary; leave it out.");
        assertThat(reading.notifications().get(2).kind()).isEqualTo(Notification.Kind.INTERNAL_ERROR);
        assertThat(reading.notifications().get(2).cause()).isNotNull();
    }

    @Test
    void interruptEndsAllWorkers() throws InterruptedException {
        CountDownLatch reading = new CountDownLatch(1);
        SourceFile blocking = new SourceFile() {
            @Override
            public String path() {
                return "a.java";
            }

            @Override
            public String relativePath() {
                return "a.java";
            }

            @Override
            public Language language() {
                return Language.JAVA;
            }

            @Override
            public String text() throws IOException {
                reading.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException();
                }
                return "";
            }
        };
        List<Notification> notifications = new ArrayList<>();
        AtomicInteger outcome = new AtomicInteger();
        Thread scan = new Thread(() -> {
            try {
                new JavaFrontEnd()
                        .read(List.of(blocking), new FrontEnd.Context(List.of(), 2, notifications::add, () -> {}));
            } catch (InterruptedException e) {
                outcome.set(1);
            }
        });
        scan.start();
        reading.await();
        scan.interrupt();
        scan.join();
        assertThat(outcome).hasValue(1);
        assertThat(notifications).isEmpty();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("heed-java-"));
    }

    @Test
    void errorsOfTheMachineReachTheCaller() {
        SourceFile file = new MemorySource("a.java", "class A {}");
        FrontEnd.Context context = new FrontEnd.Context(List.of(), 1, n -> {}, () -> {
            throw new OutOfMemoryError("test");
        });
        assertThatThrownBy(() -> new JavaFrontEnd().read(List.of(file), context))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void identitiesAreUniqueEvenInCodeThatDoesNotCompile() {
        String twice = "package p; class A { void m(int a) {} void m(int b) {} int x = 1; class B { void n() {"
                + " Runnable r = () -> {}; } } class B { void n() {} } }";
        Reading reading = Reading.of(new MemorySource("p/A.java", twice), new MemorySource("p/B.java", twice));
        List<MethodRef> refs =
                reading.program().functions().stream().map(Function::ref).toList();
        Set<MethodRef> unique = new HashSet<>(refs);
        assertThat(unique).hasSameSizeAs(refs);
        assertThat(refs).anyMatch(r -> r.toString().equals("p.A#m(int)"));
        assertThat(refs).anyMatch(r -> r.toString().equals("p.A#m#2(int)"));
        assertThat(refs).anyMatch(r -> r.toString().equals("p.A#m#file2(int)"));
    }

    @Test
    void progressIsOnePerFile() throws InterruptedException {
        AtomicInteger done = new AtomicInteger();
        new JavaFrontEnd()
                .read(
                        List.of(new MemorySource("a.java", ""), new Failing("b.java", new IOException())),
                        new FrontEnd.Context(List.of(), 2, n -> {}, done::incrementAndGet));
        assertThat(done).hasValue(2);
    }

    @Test
    void typesSayWhatTheyAre() {
        Reading reading = Reading.of(new MemorySource("A.java", """
                package p;
                public final class A extends Thread implements Runnable {
                    private volatile boolean stop, go = true;
                    enum E { X { int q; }, Y; static final int N = 1; }
                    record R(int... a) {}
                    private interface I { int N = 2; }
                    Object a = new Runnable() { int f; public void run() {} };
                    Object b = new Thread() { };
                    void m() { class L {} }
                }
                """));
        List<TypeDeclaration> types = reading.program().types();
        assertThat(types)
                .extracting(TypeDeclaration::name)
                .containsExactly("p.A", "p.A$E", "p.A$E$1", "p.A$R", "p.A$I", "p.A$1", "p.A$2", "p.A$1L");
        assertThat(types)
                .extracting(t -> t.superclass() + t.interfaces())
                .containsExactly(
                        "java.lang.Thread[java.lang.Runnable]",
                        "java.lang.Enum[]",
                        "p.A$E[]",
                        "java.lang.Record[]",
                        "null[]",
                        "java.lang.Object[java.lang.Runnable]",
                        "java.lang.Thread[]",
                        "java.lang.Object[]");
        assertThat(types)
                .extracting(TypeDeclaration::isPrivate)
                .containsExactly(false, false, true, false, true, true, true, true);
        assertThat(types)
                .extracting(TypeDeclaration::isAnonymous)
                .containsExactly(false, false, true, false, false, true, true, false);
        assertThat(types)
                .extracting(TypeDeclaration::isFinal)
                .containsExactly(true, false, true, true, false, true, true, false);
        assertThat(types)
                .extracting(TypeDeclaration::enclosingType)
                .containsExactly(null, "p.A", "p.A$E", "p.A", "p.A", "p.A", "p.A", "p.A");
        assertThat(types.get(0).fields())
                .extracting(f -> f.ref() + ":" + f.ref().type() + f.isVolatile() + f.span())
                .containsExactly(
                        "p.A.stop:booleantrue3:30-3:34", "p.A.go:booleantrue3:36-3:45",
                        "p.A.a:java.lang.Objectfalse7:12-7:62", "p.A.b:java.lang.Objectfalse8:12-8:32");
        assertThat(types.get(3).fields().get(0).ref().type()).isEqualTo("int[]");
        assertThat(types.get(4).fields().get(0).ref().isStatic()).isTrue();
    }

    private static boolean declaresTheSame(String one, String other) throws IOException {
        JavaFrontEnd frontEnd = new JavaFrontEnd();
        Outline outline = frontEnd.outline(new MemorySource("A.java", one));
        assertThat(outline).isNotNull();
        return outline.equals(frontEnd.outline(new MemorySource("A.java", other)));
    }

    @Test
    void whatStandsInBodiesIsNotDeclared() throws IOException {
        String text = "package p; import q.B; /** Doc. */ class A { B b; int x = 1; { x = 2; } A() { x = 3; }\n"
                + " int m(int a) { return a; } class N { void n() { m(1); } } }\n";
        assertThat(declaresTheSame(text, text.replace("return a;", "int b = a;\n return b;")))
                .isTrue();
        assertThat(declaresTheSame(text, text.replace("x = 3;", ""))).isTrue();
        assertThat(declaresTheSame(text, text.replace("m(1);", "m(2);"))).isTrue();
        assertThat(declaresTheSame(text, text.replace("/** Doc. */", "/** Other. */ //\n")))
                .isTrue();
        for (String[] change : new String[][] {
            {"package p;", "package r;"},
            {"import q.B;", "import q.C;"},
            {"x = 1", "x = 7"},
            {"x = 2", "x = 7"},
            {"A()", "A(int z)"},
            {"int m(", "long m("},
            {"int m(int a)", "int m(int a) throws Exception"},
            {"class N", "static class N"},
            {"void n()", "void o()"},
        }) {
            assertThat(declaresTheSame(text, text.replace(change[0], change[1])))
                    .as(change[1])
                    .isFalse();
        }
    }

    @Test
    void privateMethodsAndWhatOnlyBodiesNameAreNotDeclared() throws IOException {
        String text =
                "package p; import q.B; import static q.C.d; import e.*; class A { B b; private void m() { d(); } }";
        assertThat(declaresTheSame(text, text.replace("private void m() { d(); }", "")))
                .isTrue();
        assertThat(declaresTheSame(text, text.replace("import static q.C.d;", "import q.D; import q.E.F;")))
                .isTrue();
        assertThat(declaresTheSame(text, text.replace("import q.B; import static q.C.d;", "import q.B;")))
                .isTrue();
        assertThat(declaresTheSame(
                        text, text.replace("import q.B; import static q.C.d;", "import static q.C.d; import q.B;")))
                .isTrue();
        for (String[] change : new String[][] {
            {"import q.B;", "import r.B;"},
            {"import e.*;", "import f.*;"},
            {"import e.*;", ""},
            {"import q.B;", ""},
            {"package p;", ""},
            {"private void", "void"},
            {"private void m()", "private A()"},
        }) {
            assertThat(declaresTheSame(text, text.replace(change[0], change[1])))
                    .as(change[1])
                    .isFalse();
        }
    }

    /** The names under which something else is declared; null if more than that has changed. */
    private static Outline.@Nullable Changed changed(String one, String other) throws IOException {
        JavaFrontEnd frontEnd = new JavaFrontEnd();
        Outline before = frontEnd.outline(new MemorySource("A.java", one));
        Outline now = frontEnd.outline(new MemorySource("A.java", other));
        assertThat(before).isNotNull();
        assertThat(now).isNotNull();
        return now.since(before);
    }

    @Test
    void methodsOfClassesAndFieldsAreDeclaredByName() throws IOException {
        String text = "import q.B; import r.*; class A { static int x = 1, y; private int z = 2;\n"
                + " void m() { } void m(int a) { } A(int a) { } class N { abstract int n(); void close() { } }\n"
                + " interface I { int LIMIT = 1; void run(); default void d() { } static void s() { } } enum E { C(1) } }\n";
        for (String[] change : new String[][] {
            {"void m(int a) {", "void m(long a) {", "m", ""},
            {"void m(int a) { }", "", "m", ""},
            {"void m(int a) { }", "void m(int a) { } synchronized B o() { return null; }", "o", ""},
            {"void m() {", "void p() {", "m p", ""},
            {"void m(int a) {", "private void m(int a) {", "m", ""},
            {"int n();", "int n() throws Exception { return 1; }", "n", ""},
            {"x = 1", "x = 3", "x y", ""},
            {"static int x = 1, y;", "static final int x = 1; int y;", "x y", ""},
            {"z = 2", "z = 3", "", "z"},
            {"private int z = 2;", "", "", "z"},
            {"private int z", "int z", "z", "z"},
            {"LIMIT = 1", "LIMIT = 2", "LIMIT", ""},
        }) {
            assertThat(changed(text, text.replace(change[0], change[1])))
                    .as(change[1])
                    .isEqualTo(new Outline.Changed(names(change[2]), names(change[3])));
        }
        for (String[] change : new String[][] {
            {"A(int a)", "A(long a)"},
            {"A(int a) { }", ""},
            {"void close()", "int close()"},
            {"void run();", "int run();"},
            {"default void d() { }", ""},
            {"static void s()", "static int s()"},
            {"C(1)", "C(2)"},
            {"class N", "final class N"},
            {"int n();", "int n(); { }"},
            {"import r.*;", ""},
        }) {
            assertThat(changed(text, text.replace(change[0], change[1])))
                    .as(change[1])
                    .isNull();
        }
    }

    private static Set<String> names(String names) {
        return names.isEmpty() ? Set.of() : Set.of(names.split(" "));
    }

    @Test
    void anImportMattersToWhatNamesIt() throws IOException {
        String text = "import q.B; class A { B b() { return null; } int c() { return 1; } }";
        assertThat(changed(text, text.replace("q.B", "r.B"))).isEqualTo(new Outline.Changed(Set.of("b"), Set.of()));
        assertThat(changed(text, text.replace("int c()", "B c()")))
                .isEqualTo(new Outline.Changed(Set.of("c"), Set.of()));
    }

    @Test
    void whetherAFileIsOfACommandLineIsSeenByOthers() throws IOException {
        String text = "import q.B; class A { void b() { } }";
        assertThat(changed(text, text.replace("q.B", "r.B"))).isEqualTo(new Outline.Changed(Set.of(), Set.of()));
        assertThat(changed(text, text.replace("q.B", "picocli.CommandLine"))).isNull();
    }

    @Test
    void theSameNameInAnotherTypeIsDeclaredOtherwise() throws IOException {
        String text = "class A {\n void m() { }\n class N {\n }\n}\n";
        assertThat(changed(text, "class A {\n class N {\n void m() { }\n }\n}\n"))
                .isEqualTo(new Outline.Changed(Set.of("m"), Set.of()));
    }

    @Test
    void namesAreFoundWhereTheyStand() throws IOException {
        for (String[] mention : new String[][] {
            {"class A { void m() { x(); } }", "IN_BODIES"},
            {"class A { int x() { return 1; } }", "IN_BODIES"},
            {"class A { int x = 1; int y = 2; }", "IN_BODIES"},
            {"class A { void m() { xs(); } int x1, _x, $x; }", "NONE"},
            {"class A { void m() { } } // x", "IN_BODIES"},
            {"class A { int y = B.x; }", "IN_DECLARATIONS"},
            {"class A { int y = 1, z = x; }", "IN_DECLARATIONS"},
            {"class A { { x(); } }", "IN_DECLARATIONS"},
            {"class A { class N { static { x(); } } }", "IN_DECLARATIONS"},
            {"enum A { C(x); }", "IN_DECLARATIONS"},
            {"@interface A { int y() default B.x; }", "IN_DECLARATIONS"},
            {"class A { void m() { new Object() { int y = x; }; } }", "IN_DECLARATIONS"},
            {"class A { void m() { \\u0078(); } }", "IN_DECLARATIONS"},
            {"class A { void m() { y(\"\\u0000\"); } }", "NONE"},
            {"class A { void m() { x(); ", "IN_DECLARATIONS"},
        }) {
            assertThat(new JavaFrontEnd().mention(new MemorySource("A.java", mention[0]), Set.of("x", "none")))
                    .as(mention[0])
                    .hasToString(mention[1]);
        }
    }

    @Test
    void typesInBodiesAreDeclared() throws IOException {
        String text = "class A { void m() { new Object() { int x; void n() { a(); } }; } void o() { b(); } }";
        assertThat(declaresTheSame(text, text.replace("int x", "int y"))).isFalse();
        assertThat(declaresTheSame(text, text.replace("b()", "c()"))).isTrue();
    }

    @Test
    void aFileThatCannotBeSkimmedHasNoOutline() throws IOException {
        assertThat(new JavaFrontEnd().outline(new MemorySource("A.java", "class A { void m() { ")))
                .isNull();
    }
}
