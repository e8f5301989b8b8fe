package dev.heed.cli.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.input.ArtifactSource;
import dev.heed.input.Coordinate;
import dev.heed.input.MavenException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a repository in a directory, which the settings name as a mirror of everything. */
class MavenArtifactsTest {

    @TempDir
    Path root;

    private Path remote;
    private Path local;
    private Path home;
    private final List<String> downloads = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void prepare() throws IOException {
        remote = Files.createDirectories(root.resolve("remote"));
        local = root.resolve("local");
        home = Files.createDirectories(root.resolve("home/.m2")).getParent();
        settings("<mirrors><mirror><id>here</id><url>" + remote.toUri()
                + "</url><mirrorOf>*</mirrorOf></mirror></mirrors>");
        publish(
                "g",
                "a",
                "1",
                true,
                dependency("b", "compile", false)
                        + dependency("gone", "runtime", false)
                        + dependency("t", "test", false)
                        + dependency("o", "compile", true)
                        + dependency("goneoptional", "compile", true)
                        + dependency("p", "provided", false));
        publish("g", "b", "1", true, "");
        publish("g", "t", "1", true, "");
        publish("g", "o", "1", true, "");
        publish("g", "p", "1", true, "");
        publish("g", "nosources", "1", false, "");
    }

    private void settings(String content) throws IOException {
        Files.writeString(home.resolve(".m2/settings.xml"), "<settings>" + content + "</settings>");
    }

    private static String dependency(String artifact, String scope, boolean isOptional) {
        return "<dependency><groupId>g</groupId><artifactId>" + artifact + "</artifactId><version>1</version><scope>"
                + scope + "</scope><optional>" + isOptional + "</optional></dependency>";
    }

    private void publish(String group, String artifact, String version, boolean hasSources, String dependencies)
            throws IOException {
        Path directory =
                Files.createDirectories(remote.resolve(group).resolve(artifact).resolve(version));
        String base = artifact + "-" + version;
        Files.writeString(
                directory.resolve(base + ".pom"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>" + group + "</groupId><artifactId>" + artifact
                        + "</artifactId><version>" + version + "</version><dependencies>" + dependencies
                        + "</dependencies></project>");
        Files.writeString(directory.resolve(base + ".jar"), "classes");
        if (hasSources) {
            Files.writeString(directory.resolve(base + "-sources.jar"), "sources");
        }
    }

    private MavenOptions options(boolean isOffline) {
        return new MavenOptions(home, Map.of("PATH", ""), null, local, isOffline);
    }

    private ArtifactSource.Resolved resolve(MavenOptions options, String coordinate) throws MavenException {
        DownloadListener listener = new DownloadListener() {
            @Override
            public void started(String file) {
                downloads.add(file);
            }

            @Override
            public void received(long bytes) {}

            @Override
            public void ended() {}
        };
        try (MavenArtifacts artifacts = new MavenArtifacts(options, listener)) {
            return artifacts.resolve(Coordinate.parse("maven:" + coordinate));
        }
    }

    @Test
    void fetchesSourcesClassesAndLibraries() throws Exception {
        ArtifactSource.Resolved resolved = resolve(options(false), "g:a:1");
        assertThat(resolved.sources()).hasContent("sources").startsWith(local);
        assertThat(resolved.classPath())
                .extracting(path -> path.getFileName().toString())
                .containsExactly("a-1.jar", "b-1.jar", "o-1.jar", "p-1.jar");
        assertThat(resolved.missing())
                .containsExactly("The library g:gone:jar:1 cannot be had: it is in no repository.");
        assertThat(resolved.missingOptional())
                .containsExactly("The library g:goneoptional:jar:1 cannot be had: it is in no repository.");
        assertThat(downloads).contains("a-1-sources.jar", "a-1.jar", "b-1.jar", "o-1.jar", "p-1.jar");
    }

    @Test
    void asksTheLocalRepositoryFirst() throws Exception {
        resolve(options(false), "g:b:1");
        downloads.clear();
        assertThat(resolve(options(false), "g:b:1").classPath()).hasSize(1);
        assertThat(downloads).isEmpty();
        assertThat(resolve(options(true), "g:b:1").sources()).exists();
    }

    @Test
    void tellsWhatDoesNotExistFromWhatHasNoSources() {
        assertThatThrownBy(() -> resolve(options(false), "g:nosuch:1"))
                .isInstanceOf(MavenException.class)
                .hasMessage("There is no artifact g:nosuch:1 in here; check its spelling and version.");
        assertThatThrownBy(() -> resolve(options(false), "g:nosources:1"))
                .isInstanceOf(MavenException.class)
                .hasMessageStartingWith("g:nosources:1 has no sources jar in here");
    }

    @Test
    void saysThatItIsOffline() {
        assertThatThrownBy(() -> resolve(options(true), "g:a:1"))
                .isInstanceOf(MavenException.class)
                .hasMessageContaining("this scan is offline");
    }

    @Test
    void saysThatNobodyAnswers() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        settings("<mirrors><mirror><id>here</id><url>http://127.0.0.1:" + free
                + "/</url><mirrorOf>*</mirrorOf></mirror></mirrors>");
        assertThatThrownBy(() -> resolve(options(false), "g:a:1"))
                .isInstanceOf(MavenException.class)
                .hasMessageStartingWith("The sources of g:a:1 could not be downloaded: no connection")
                .hasMessageContaining("settings.xml");
    }

    @Test
    void takesRepositoriesOfActiveProfilesAndTheLocalRepositoryOfTheSettings() throws Exception {
        Path another = root.resolve("another");
        settings("<localRepository>" + another
                + "</localRepository><profiles><profile><id>p</id><repositories><repository>"
                + "<id>central</id><url>" + remote.toUri() + "</url></repository></repositories></profile></profiles>"
                + "<activeProfiles><activeProfile>p</activeProfile></activeProfiles>");
        MavenOptions options = new MavenOptions(home, Map.of("PATH", ""), null, null, false);
        assertThat(resolve(options, "g:b:1").sources()).startsWith(another);
    }

    @Test
    void takesTheLocalRepositoryFromMavensVariables() throws Exception {
        Path another = root.resolve("from-opts");
        MavenOptions options = new MavenOptions(
                home, Map.of("PATH", "", "MAVEN_OPTS", "-Xmx1g -Dmaven.repo.local=" + another), null, null, false);
        assertThat(resolve(options, "g:b:1").sources()).startsWith(another);
    }

    @Test
    void readsTheSettingsOfTheInstallation() throws Exception {
        Files.delete(home.resolve(".m2/settings.xml"));
        Path maven = Files.createDirectories(root.resolve("maven/conf")).getParent();
        Files.writeString(
                maven.resolve("conf/settings.xml"),
                "<settings><mirrors><mirror><id>global</id><url>" + remote.toUri()
                        + "</url><mirrorOf>central</mirrorOf></mirror></mirrors></settings>",
                StandardCharsets.UTF_8);
        MavenOptions options =
                new MavenOptions(home, Map.of("PATH", "", "MAVEN_HOME", maven.toString()), null, local, false);
        assertThat(resolve(options, "g:b:1").sources()).exists();
    }

    @Test
    void saysThatSettingsAreBroken() throws Exception {
        settings("<mirrors>");
        assertThatThrownBy(() -> resolve(options(false), "g:a:1"))
                .isInstanceOf(MavenException.class)
                .hasMessageStartingWith("Maven's settings cannot be read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"maven:g:a", "maven:g:a:1:x", "maven::a:1", "maven:g:../a:1", "maven:g:a:[1,2)", "maven:g:a:${x}"
            })
    void refusesWhatIsNoCoordinate(String input) {
        assertThatThrownBy(() -> Coordinate.parse(input))
                .isInstanceOf(MavenException.class)
                .hasMessageContaining("GROUP:ARTIFACT:VERSION");
    }
}
