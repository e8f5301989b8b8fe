package dev.heed.frontend.java.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.scan.Notification;
import dev.heed.engine.types.Hierarchy;
import dev.heed.engine.types.Truth;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where declarations come from: sources, class files, the platform. */
class KnowledgeTest {

    @TempDir
    Path folder;

    private static byte[] classFile(Class<?> type) throws IOException {
        String name = type.getName();
        try (var in = type.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    interface Sample<T extends Exception> {
        List<? super T> wait(T[] first, int second) throws T, InterruptedException;
    }

    private static JavaTypes over(ClassPath classPath, String... sources) {
        ProjectTypes.Builder project = new ProjectTypes.Builder();
        for (String source : sources) {
            project.add(OracleComparison.parse(source), source);
        }
        return JavaTypes.of(project.build(), classPath);
    }

    @Test
    void readsClassFilesFromJarsAndFolders() throws IOException {
        String name = Sample.class.getName();
        String file = name.replace('.', '/') + ".class";
        Path jar = folder.resolve("a.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry(file));
            out.write(classFile(Sample.class));
            out.putNextEntry(new ZipEntry("p/Damaged.class"));
            out.write("no class".getBytes(StandardCharsets.UTF_8));
        }
        Path directory = folder.resolve("classes");
        Files.createDirectories(directory.resolve(file).getParent());
        Files.write(directory.resolve(file), classFile(Sample.class));
        for (Path entry : List.of(jar, directory)) {
            List<Notification> notifications = new ArrayList<>();
            try (ClassPath classPath = ClassPath.open(List.of(entry), notifications::add)) {
                TypeStore store = new TypeStore(
                        ProjectTypes.none(), classPath, dev.heed.frontend.java.types.index.JdkIndex.load());
                TypeInfo info = Objects.requireNonNull(store.find(name));
                MethodInfo method = info.methods("wait").get(0);
                assertThat(method.ref()).hasToString(name + "#wait(java.lang.Exception[],int)");
                assertThat(method.thrown().stream().map(Types::erasedName))
                        .containsExactly("java.lang.Exception", "java.lang.InterruptedException");
                assertThat(store.find("p.Damaged")).isNull();
                assertThat(notifications).isEmpty();
            }
        }
    }

    @Test
    void tellsOfJarsThatCannotBeRead() throws IOException {
        Path broken = folder.resolve("broken.jar");
        Files.writeString(broken, "this is no jar");
        List<Notification> notifications = new ArrayList<>();
        try (ClassPath classPath = ClassPath.open(List.of(broken, folder.resolve("missing.jar")), notifications::add)) {
            assertThat(over(classPath).hierarchy().isKnown("java.lang.Object")).isTrue();
        }
        assertThat(notifications)
                .extracting(Notification::kind)
                .containsExactly(Notification.Kind.INCOMPLETE, Notification.Kind.INCOMPLETE);
        assertThat(notifications.get(0).message()).contains("no readable jar");
        assertThat(notifications.get(1).message()).contains("does not exist");
    }

    @Test
    void knowsTheHierarchy() {
        Hierarchy hierarchy = over(
                        ClassPath.empty(),
                        "package p; class A extends lib.Unseen implements Runnable {}",
                        "package p; class E extends java.net.SocketTimeoutException { interface I extends Cloneable {} }")
                .hierarchy();
        assertThat(hierarchy.isSubtype("p.E", "java.io.InterruptedIOException")).isEqualTo(Truth.YES);
        assertThat(hierarchy.isSubtype("p.E", "java.lang.RuntimeException")).isEqualTo(Truth.NO);
        assertThat(hierarchy.isSubtype("p.A", "java.lang.Runnable")).isEqualTo(Truth.YES);
        assertThat(hierarchy.isSubtype("p.A", "java.lang.Thread")).isEqualTo(Truth.UNKNOWN);
        assertThat(hierarchy.isSubtype("lib.Unseen", "java.lang.Thread")).isEqualTo(Truth.UNKNOWN);
        assertThat(hierarchy.isSubtype("lib.Unseen", "lib.Unseen")).isEqualTo(Truth.YES);
        assertThat(hierarchy.isSubtype("java.lang.String[]", "java.lang.Object[]"))
                .isEqualTo(Truth.YES);
        assertThat(hierarchy.isSubtype("int[]", "java.lang.Object[]")).isEqualTo(Truth.NO);
        assertThat(hierarchy.isSubtype("int", "java.lang.Object")).isEqualTo(Truth.NO);
        assertThat(hierarchy.isSubtype("?", "java.lang.Object")).isEqualTo(Truth.UNKNOWN);
        assertThat(hierarchy.supertypes("p.A")).containsExactly("lib.Unseen", "java.lang.Runnable");
        assertThat(hierarchy.supertypes("p.E$I")).containsExactly("java.lang.Cloneable");
        assertThat(hierarchy.isKnown("java.util.Map$Entry")).isTrue();
        assertThat(hierarchy.isKnown("java.util.Map.Entry")).isFalse();
    }

    @Test
    void keepsTheTypeWhosePathSortsFirst() {
        ProjectTypes.Builder project = new ProjectTypes.Builder();
        project.add(OracleComparison.parse("class A extends Exception {}"), "b/A.java");
        project.add(OracleComparison.parse("class A extends Error {}"), "a/A.java");
        project.add(OracleComparison.parse("class A {}"), "c/A.java");
        assertThat(JavaTypes.of(project.build(), ClassPath.empty()).hierarchy().supertypes("A"))
                .containsExactly("java.lang.Error");
    }
}
