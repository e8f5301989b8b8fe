package dev.heed.cli.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.input.MavenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The class path of modules on disk, offline, with a local repository of the test's own. */
class MavenModulesTest {
    @TempDir
    private Path root;

    private Path project;

    @BeforeEach
    void prepare() throws IOException {
        project = Files.createDirectories(root.resolve("project"));
        Files.createDirectories(root.resolve("home/.m2"));
        install(
                "lib",
                "2",
                "<dependency><groupId>g</groupId><artifactId>deep</artifactId><version>1</version></dependency>");
        install("deep", "1", "");
        install("testonly", "1", "");
    }

    private void install(String artifact, String version, String dependencies) throws IOException {
        Path folder = Files.createDirectories(root.resolve("repository/g/" + artifact + "/" + version));
        Files.writeString(
                folder.resolve(artifact + "-" + version + ".pom"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>" + artifact
                        + "</artifactId><version>" + version + "</version><dependencies>" + dependencies
                        + "</dependencies></project>");
        Files.writeString(folder.resolve(artifact + "-" + version + ".jar"), "classes");
    }

    private void pom(String module, String content) throws IOException {
        Path folder = Files.createDirectories(project.resolve(module));
        Files.writeString(
                folder.resolve("pom.xml"), "<project><modelVersion>4.0.0</modelVersion>" + content + "</project>");
    }

    private void compiled(String module) throws IOException {
        Files.createDirectories(project.resolve(module).resolve("target/classes"));
    }

    private List<MavenArtifacts.Module> modules(String module) throws MavenException {
        MavenOptions options = new MavenOptions(root.resolve("home"), Map.of(), null, root.resolve("repository"), true);
        try (MavenArtifacts artifacts = new MavenArtifacts(options, new DownloadListener() {
            @Override
            public void started(String file) {}

            @Override
            public void received(long bytes) {}

            @Override
            public void ended() {}
        })) {
            return artifacts.modules(project.resolve(module));
        }
    }

    private List<String> libraries(MavenArtifacts.Module module) throws IOException {
        Path real = root.toRealPath();
        return module.libraries().stream()
                .map(path -> path.startsWith(real) ? real.relativize(path) : root.relativize(path))
                .map(path -> path.toString().replace('\\', '/'))
                .toList();
    }

    private void twoModules() throws IOException {
        pom(
                "",
                "<groupId>p</groupId><artifactId>parent</artifactId><version>${revision}</version>"
                        + "<packaging>pom</packaging><properties><revision>7</revision><lib>2</lib></properties>"
                        + "<modules><module>core</module><module>app</module></modules>"
                        + "<dependencyManagement><dependencies><dependency><groupId>g</groupId><artifactId>lib</artifactId>"
                        + "<version>${lib}</version></dependency></dependencies></dependencyManagement>");
        String parent =
                "<parent><groupId>p</groupId><artifactId>parent</artifactId><version>${revision}</version></parent>";
        pom(
                "core",
                parent + "<artifactId>core</artifactId><dependencies><dependency><groupId>g</groupId>"
                        + "<artifactId>lib</artifactId></dependency><dependency><groupId>g</groupId>"
                        + "<artifactId>testonly</artifactId><version>1</version><scope>test</scope></dependency>"
                        + "</dependencies>");
        pom(
                "app",
                parent + "<artifactId>app</artifactId><dependencies><dependency><groupId>p</groupId>"
                        + "<artifactId>core</artifactId><version>${revision}</version></dependency></dependencies>");
    }

    @Test
    void versionsComeFromTheParent() throws Exception {
        twoModules();
        compiled("core");
        List<MavenArtifacts.Module> modules = modules("core");
        assertThat(modules).hasSize(1);
        assertThat(modules.get(0).classes()).endsWith(Path.of("core/target/classes"));
        assertThat(modules.get(0).missing()).isEmpty();
        assertThat(libraries(modules.get(0)))
                .containsExactly("repository/g/lib/2/lib-2.jar", "repository/g/deep/1/deep-1.jar");
    }

    @Test
    void aModuleBesideItIsTakenFromItsDirectory() throws Exception {
        twoModules();
        compiled("core");
        compiled("app");
        List<MavenArtifacts.Module> modules = modules("app");
        assertThat(modules).hasSize(1);
        assertThat(libraries(modules.get(0)))
                .containsExactly(
                        "project/core/target/classes",
                        "repository/g/lib/2/lib-2.jar",
                        "repository/g/deep/1/deep-1.jar");
    }

    @Test
    void aProjectIsAllItsCompiledModules() throws Exception {
        twoModules();
        compiled("core");
        assertThat(modules(""))
                .extracting(module -> String.valueOf(module.directory().getFileName()))
                .containsExactly("core");
        compiled("app");
        assertThat(modules("")).hasSize(2);
    }

    @Test
    void aLibraryThatIsNotThereIsTold() throws Exception {
        pom(
                "",
                "<groupId>p</groupId><artifactId>a</artifactId><version>1</version><dependencies><dependency>"
                        + "<groupId>g</groupId><artifactId>gone</artifactId><version>1</version></dependency></dependencies>");
        compiled("");
        assertThat(modules("").get(0).missing()).singleElement().asString().contains("g:gone:jar:1");
    }

    @Test
    void aParentThatCannotBeHadIsTold() throws Exception {
        pom(
                "",
                "<parent><groupId>g</groupId><artifactId>gone</artifactId><version>1</version></parent><artifactId>a</artifactId>");
        compiled("");
        assertThatThrownBy(() -> modules(""))
                .isInstanceOf(MavenException.class)
                .hasMessageContaining("cannot be found out")
                .hasMessageContaining("--classpath-file");
    }

    @Test
    void modulesThatNameEachOtherEnd() throws Exception {
        pom(
                "",
                "<groupId>p</groupId><artifactId>a</artifactId><version>1</version><packaging>pom</packaging>"
                        + "<modules><module>.</module><module>b</module><module>${x}</module></modules>");
        pom(
                "b",
                "<groupId>p</groupId><artifactId>b</artifactId><version>1</version><packaging>pom</packaging><modules><module>..</module></modules>");
        compiled("b");
        assertThat(modules("")).hasSize(1);
    }
}
