package dev.heed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTest {

    @TempDir
    Path root;

    private String of(Path... files) throws IOException {
        URL[] urls = new URL[files.length];
        for (int i = 0; i < files.length; i++) {
            urls[i] = files[i].toUri().toURL();
        }
        try (URLClassLoader loader = new URLClassLoader(urls, null)) {
            return Identity.ofLoader(loader, List.of());
        }
    }

    @Test
    void jarsAreKnownByWhatIsInThem() throws IOException {
        Path one = Files.writeString(root.resolve("one.jar"), "1");
        Path two = Files.writeString(root.resolve("two.jar"), "2");
        String both = of(one, two);
        assertThat(both).isNotNull().isEqualTo(of(one, two)).isNotEqualTo(of(two, one));
        assertThat(of(Files.copy(one, root.resolve("copy.jar")), two)).isEqualTo(both);
        Files.writeString(two, "3");
        assertThat(of(one, two)).isNotEqualTo(both);
    }

    @Test
    void classFilesAreNot() throws IOException {
        assertThat(of(root)).isNull();
        assertThat(of(root.resolve("nosuch.jar"))).isNull();
        assertThat(Identity.of(StandardParts.load())).isNull();
    }

    @Test
    void norIsWhatAnotherLoaderHasLoaded() throws IOException {
        Path one = Files.writeString(root.resolve("one.jar"), "1");
        try (URLClassLoader loader = new URLClassLoader(new URL[] {one.toUri().toURL()}, null)) {
            assertThat(Identity.ofLoader(loader, List.of(IdentityTest.class))).isNull();
        }
        assertThat(Identity.ofLoader(ClassLoader.getSystemClassLoader(), List.of()))
                .isNull();
    }
}
