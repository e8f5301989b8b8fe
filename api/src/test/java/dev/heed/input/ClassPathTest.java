package dev.heed.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {

    @TempDir
    Path root;

    private ClassPath classPath;

    @BeforeEach
    void prepare() throws IOException {
        classPath = new ClassPath(root);
        Files.createDirectories(root.resolve("lib"));
        Files.createDirectories(root.resolve("classes"));
        for (String jar : new String[] {"lib/b.jar", "lib/a.JAR", "lib/readme.txt", "c.jar"}) {
            Files.writeString(root.resolve(jar), "");
        }
    }

    private Path at(String path) {
        return root.resolve(path);
    }

    @Test
    void separatesAsJavaDoes() {
        classPath.add("c.jar" + File.pathSeparator + "lib/*" + File.pathSeparator + File.pathSeparator + "classes");
        assertThat(classPath.entries()).containsExactly(at("c.jar"), at("lib/a.JAR"), at("lib/b.jar"), at("classes"));
        assertThat(classPath.warnings()).isEmpty();
    }

    @Test
    void tellsWhatIsMissing() {
        classPath.add("nosuch.jar" + File.pathSeparator + "classes/*" + File.pathSeparator + "nodir/*");
        assertThat(classPath.entries()).isEmpty();
        assertThat(classPath.warnings())
                .containsExactly(
                        "The class path entry nosuch.jar does not exist or cannot be read.",
                        "The class path entry classes/* has no jar.",
                        "The class path entry nodir/* does not exist or cannot be read.");
    }

    @Test
    void readsFilesOfSeveralKinds() throws IOException {
        Files.writeString(
                at("cp.txt"),
                "# comment\n-cp\n\"c.jar\"\nlib/b.jar" + File.pathSeparator + "classes\n--class-path=c.jar\n");
        classPath.addFile(at("cp.txt"));
        assertThat(classPath.entries()).containsExactly(at("c.jar"), at("lib/b.jar"), at("classes"));
    }

    @Test
    void saysWhyAFileIsNone() throws IOException {
        assertThatThrownBy(() -> classPath.addFile(at("nosuch")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> classPath.addFile(at("lib")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no text file");
        Files.write(at("binary"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
        assertThatThrownBy(() -> classPath.addFile(at("binary")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not UTF-8");
    }
}
