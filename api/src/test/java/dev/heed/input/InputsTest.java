package dev.heed.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.engine.scan.Notification;
import dev.heed.engine.source.ContentId;
import dev.heed.engine.source.Recognition;
import dev.heed.engine.source.SourceException;
import dev.heed.engine.source.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {

    @TempDir
    Path root;

    private Inputs inputs = inputs(List.of(), List.of(), true);
    private InputStream standardInput = InputStream.nullInputStream();

    private Inputs inputs(List<String> includes, List<String> excludes, boolean usesGitIgnore) {
        InputOptions options = new InputOptions(
                FileFilter.of(includes, excludes),
                usesGitIgnore,
                StandardCharsets.UTF_8,
                "stdin.java",
                FileSize.DEFAULT);
        Path directory = root == null ? Path.of("") : root;
        InputStream in = new InputStream() {
            @Override
            public int read() throws IOException {
                return standardInput.read();
            }
        };
        return new Inputs(options, directory, in, coordinate -> {
            throw new AssertionError("no artifact is asked for");
        });
    }

    @AfterEach
    void close() throws IOException {
        inputs.close();
    }

    private void file(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : entries.keySet().stream().sorted().toList()) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(entries.get(name));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> paths(String... arguments) throws Exception {
        inputs.close();
        inputs = inputs(List.of(), List.of(), true);
        for (String argument : arguments) {
            inputs.add(argument);
        }
        return inputs.files().stream().map(SourceFile::path).toList();
    }

    private List<String> problems() {
        return inputs.notifications().stream()
                .filter(notification -> notification.kind() != Notification.Kind.INFO)
                .map(notification -> notification.path() + ": " + notification.message())
                .toList();
    }

    @Test
    void walksDirectoriesInTheOrderOfNames() throws Exception {
        file("src/b/B.java", "");
        file("src/b/A.java", "");
        file("src/a/C.java", "");
        file("src/a/C.kt", "");
        assertThat(paths("src")).containsExactly("src/a/C.java", "src/b/A.java", "src/b/B.java");
        assertThat(inputs.files().get(0).relativePath()).isEqualTo("a/C.java");
        assertThat(paths(".")).containsExactly("src/a/C.java", "src/b/A.java", "src/b/B.java");
        assertThat(paths(root.resolve("src/a").toString())).containsExactly("src/a/C.java");
    }

    @Test
    void whatAFileHeldBeforeIsRecognizedAndNothingElse() throws Exception {
        file("A.java", "class A {}");
        assertThat(paths(".")).containsExactly("A.java");
        SourceFile source = inputs.files().get(0);
        Recognition before = new Recognition();
        ContentId first = source.contentId(before);
        assertThat(first).isEqualTo(source.contentId());
        assertThat(source.snapshot(before).id()).isSameAs(first);
        file("A.java", "class B {}");
        SourceFile.Snapshot changed = source.snapshot(before);
        assertThat(changed.text()).isEqualTo("class B {}");
        assertThat(changed.id()).isEqualTo(source.contentId()).isNotEqualTo(first);
        assertThat(source.contentId(before)).isSameAs(changed.id());
    }

    @Test
    void packagesAreNoBuildOutput() throws Exception {
        file("src/main/java/com/acme/build/steps/A.java", "");
        file("target/generated/B.java", "");
        assertThat(paths("src/main/java", ".")).containsExactly("src/main/java/com/acme/build/steps/A.java");
        inputs.close();
        inputs = inputs(List.of(), List.of(), false);
        inputs.add("src/main/java");
        assertThat(inputs.files()).hasSize(1);
    }

    @Test
    void namesAFileOnceHoweverItIsNamed() throws Exception {
        file("a/A.java", "");
        assertThat(paths("a/A.java", "a", "./a/../a/A.java", root.resolve("a").toString()))
                .containsExactly("a/A.java");
        assertThat(problems()).isEmpty();
    }

    @Test
    void leavesOutWhatBuildsMakeButNotPackages() throws Exception {
        file("target/generated-sources/A.java", "");
        file("build/tmp/x/B.java", "");
        file("node_modules/x/C.java", "");
        file("src/main/java/org/build/x/D.java", "");
        file("org/target/E.java", "");
        assertThat(paths(".")).containsExactly("org/target/E.java", "src/main/java/org/build/x/D.java");
        assertThat(paths("target")).containsExactly("target/generated-sources/A.java");
    }

    @Test
    void obeysIgnoreFilesAroundTheDirectory() throws Exception {
        Files.createDirectories(root.resolve(".git"));
        file(".gitignore", "*.gen.java\n/sub/old/\n");
        file("sub/.gitignore", "!keep.gen.java\n");
        file("sub/A.java", "");
        file("sub/x.gen.java", "");
        file("sub/keep.gen.java", "");
        file("sub/old/B.java", "");
        assertThat(paths("sub")).containsExactly("sub/A.java", "sub/keep.gen.java");
        assertThat(paths("sub/old")).as("the user names it").containsExactly("sub/old/B.java");
    }

    @Test
    void tellsWhenAllIsIgnored() throws Exception {
        file(".gitignore", "*.java\n");
        file("A.java", "");
        assertThat(paths(".")).isEmpty();
        assertThat(inputs.warnings()).singleElement().asString().contains("--no-gitignore");
        Inputs all = inputs(List.of(), List.of(), false);
        all.add(".");
        assertThat(all.files()).hasSize(1);
    }

    @Test
    void filtersByPattern() throws Exception {
        file("src/a/A.java", "");
        file("src/a/ATest.java", "");
        file("src/b/B.java", "");
        Inputs filtered = inputs(List.of("src/a", "B.java"), List.of("*Test.java"), true);
        filtered.add(".");
        assertThat(filtered.files()).extracting(SourceFile::path).containsExactly("src/a/A.java", "src/b/B.java");
        Inputs without = inputs(List.of(), List.of("./src/a/"), true);
        without.add("src");
        assertThat(without.files()).extracting(SourceFile::path).containsExactly("src/b/B.java");
    }

    @Test
    void doesNotFollowLinks() throws Exception {
        file("a/A.java", "");
        Files.createSymbolicLink(root.resolve("a/loop"), root);
        Files.createSymbolicLink(root.resolve("a/Link.java"), root.resolve("a/A.java"));
        assertThat(paths(".")).containsExactly("a/A.java");
        assertThat(inputs.notifications()).hasSize(2).allMatch(n -> n.kind() == Notification.Kind.INFO);
        assertThat(paths("a/loop/a")).as("the user names it").containsExactly("a/loop/a/A.java");
    }

    @Test
    void readsArchivesInPlace() throws Exception {
        Files.write(
                root.resolve("lib-sources.jar"),
                zip(Map.of(
                        "org/A.java",
                        utf8("class A {}"),
                        "org/B.class",
                        utf8("x"),
                        "META-INF/versions/9/org/A.java",
                        utf8(""))));
        assertThat(paths("lib-sources.jar")).containsExactly("lib-sources.jar!/org/A.java");
        SourceFile file = inputs.files().get(0);
        assertThat(file.relativePath()).isEqualTo("org/A.java");
        assertThat(file.text()).isEqualTo("class A {}");
        assertThat(file.text()).as("a second time").isEqualTo("class A {}");
        assertThat(problems()).isEmpty();
    }

    @Test
    void doesNotTrustNamesInArchives() throws Exception {
        Files.write(
                root.resolve("evil.zip"),
                zip(Map.of(
                        "../../etc/A.java", utf8(""),
                        "/abs/B.java", utf8(""),
                        "c:/C.java", utf8(""),
                        "a\\D.java", utf8(""),
                        "a/\u001b[31mE.java", utf8(""),
                        "ok/F.java", utf8("class F {}"))));
        assertThat(paths("evil.zip")).containsExactly("evil.zip!/ok/F.java");
        assertThat(problems()).singleElement().asString().startsWith("evil.zip: 5 entries");
    }

    @Test
    void doesNotUnpackBombs() throws Exception {
        Files.write(
                root.resolve("bomb.zip"), zip(Map.of("Ratio.java", new byte[3 << 20], "Ok.java", utf8("class Ok {}"))));
        paths("bomb.zip");
        SourceFile bomb = inputs.files().get(1);
        assertThat(bomb.path()).isEqualTo("bomb.zip!/Ratio.java");
        assertThatThrownBy(bomb::text)
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("times its packed size");
        assertThat(inputs.files().get(0).text()).isEqualTo("class Ok {}");
    }

    @Test
    void boundsWhatAnEntryUnpacksTo() throws Exception {
        byte[] large = new byte[(10 << 20) + 1];
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) ('a' + (i * 31 >> 7) % 23);
        }
        Files.write(root.resolve("large.zip"), zip(Map.of("Large.java", large)));
        paths("large.zip");
        SourceFile file = inputs.files().get(0);
        assertThatThrownBy(file::text).isInstanceOf(SourceException.class).hasMessageContaining("larger than 10 MiB");
    }

    @Test
    void tellsOfArchivesThatAreNone() throws Exception {
        Files.write(root.resolve("no.jar"), utf8("this is no archive"));
        Files.write(root.resolve("empty.jar"), new byte[0]);
        byte[] good = zip(Map.of("A.java", utf8("class A { /* some text that is long enough to be packed */ }")));
        Files.write(root.resolve("cut.jar"), Arrays.copyOf(good, good.length - 30));
        Files.write(root.resolve("classes.jar"), zip(Map.of("A.class", utf8("x"))));
        assertThat(paths("no.jar", "empty.jar", "cut.jar", "classes.jar")).isEmpty();
        assertThat(problems()).hasSize(4);
        assertThat(problems().get(0)).startsWith("no.jar: The archive is damaged");
        assertThat(problems().get(3)).contains("holds class files and no sources");
    }

    @Test
    void tellsOfDamagedEntries() throws Exception {
        byte[] bytes =
                zip(Map.of("A.java", utf8("class A { String s = \"" + "text and more text ".repeat(50) + "\"; }")));
        for (int i = 45; i < 60; i++) {
            bytes[i] ^= 0x55;
        }
        Files.write(root.resolve("damaged.jar"), bytes);
        assertThat(paths("damaged.jar")).hasSize(1);
        SourceFile file = inputs.files().get(0);
        assertThatThrownBy(file::text).isInstanceOf(SourceException.class).hasMessageContaining("damaged");
    }

    @Test
    void doesNotBelieveTheSizesInAnArchive() throws Exception {
        byte[] bytes = zip(Map.of("A.java", utf8("class A { String s = \"" + "text ".repeat(500) + "\"; }")));
        // The size in the central directory, at 24 behind its signature PK 1 2.
        for (int i = 0; i < bytes.length - 4; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                bytes[i + 24] = 10;
                bytes[i + 25] = 0;
            }
        }
        Files.write(root.resolve("liar.jar"), bytes);
        assertThat(paths("liar.jar")).hasSize(1);
        SourceFile file = inputs.files().get(0);
        assertThatThrownBy(file::text).isInstanceOf(SourceException.class).hasMessageContaining("damaged");
    }

    @Test
    void boundsAllOfAnArchive() throws Exception {
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(many)) {
            for (int i = 0; i < 250; i++) {
                zip.putNextEntry(new ZipEntry("A" + i + ".java"));
                zip.closeEntry();
            }
        }
        byte[] bytes = many.toByteArray();
        for (int i = 0; i < bytes.length - 4; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                bytes[i + 27] = 1; // 16 MiB each; of which no more than --max-file-size counts
            }
        }
        Files.write(root.resolve("many.zip"), bytes);
        assertThat(paths("many.zip")).isEmpty();
        assertThat(problems())
                .containsExactly("many.zip: The sources of the archive unpack to 2500 MiB, more than the bound of 2048"
                        + " MiB; name parts of it with --include.");
    }

    @Test
    void tellsOfArchivesInArchives() throws Exception {
        Files.write(
                root.resolve("outer.zip"),
                zip(Map.of("lib/inner-sources.jar", zip(Map.of("B.java", utf8("class B {}"))), "A.java", utf8(""))));
        assertThat(paths("outer.zip")).containsExactly("outer.zip!/A.java");
        assertThat(problems()).isEmpty();
        assertThat(inputs.notifications())
                .singleElement()
                .satisfies(n -> assertThat(n.message()).startsWith("1 archives inside of this one are not read"));
    }

    @Test
    void anArchiveThatChangesWhileItIsReadIsToldOf() throws Exception {
        Path jar = root.resolve("changing.jar");
        Files.write(jar, zip(Map.of("A.java", utf8("class A {}"), "B.java", utf8("class B {}"))));
        paths("changing.jar");
        assertThat(inputs.files().get(0).text()).isEqualTo("class A {}");
        try (var file = new java.io.RandomAccessFile(jar.toFile(), "rw")) {
            file.setLength(0);
            file.write(new byte[40]);
        }
        SourceFile other = inputs.files().get(1);
        assertThatThrownBy(other::text).isInstanceOf(SourceException.class).hasMessageContaining("damaged");
    }

    @Test
    void aFileThatIsGoneIsToldOf() throws Exception {
        file("A.java", "class A {}");
        paths("A.java");
        Files.delete(root.resolve("A.java"));
        SourceFile gone = inputs.files().get(0);
        assertThatThrownBy(gone::text).isInstanceOf(SourceException.class).hasMessageContaining("The file is gone");
    }

    @Test
    void boundsTheSizeOfAFile() throws Exception {
        file("A.java", "class A { " + " ".repeat(2000) + "}");
        InputOptions options = new InputOptions(
                FileFilter.of(List.of(), List.of()), true, StandardCharsets.UTF_8, "stdin.java", FileSize.parse("1K"));
        try (Inputs some = new Inputs(options, root, new ByteArrayInputStream(new byte[1025]), coordinate -> {
            throw new AssertionError("no artifact is asked for");
        })) {
            some.add("A.java");
            some.add("-");
            assertThat(some.notifications())
                    .singleElement()
                    .satisfies(n -> assertThat(n.message())
                            .isEqualTo("Standard input is larger than 1 KiB; allow it with --max-file-size."));
            SourceFile file = some.files().get(0);
            assertThatThrownBy(file::text)
                    .isInstanceOf(SourceException.class)
                    .hasMessage("The file is larger than 1 KiB; exclude it with --exclude, or allow it with"
                            + " --max-file-size.");
        }
    }

    @Test
    void readsSizes() {
        assertThat(FileSize.parse("17")).isEqualTo(new FileSize(17)).hasToString("17 bytes");
        assertThat(FileSize.parse("64k")).hasToString("64 KiB");
        assertThat(FileSize.parse("500M")).hasToString("500 MiB");
        for (String wrong : List.of("", "0", "-1", "1.5M", "501M", "999999999M", "10 M", "x")) {
            assertThatThrownBy(() -> FileSize.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void decodesWhatIsText() throws Exception {
        Files.write(root.resolve("Bom.java"), utf8("\uFEFFclass Bom {}"));
        Files.write(root.resolve("Utf16.java"), ("\uFEFFclass Ü {}").getBytes(StandardCharsets.UTF_16LE));
        Files.write(root.resolve("Empty.java"), new byte[0]);
        paths("Bom.java", "Utf16.java", "Empty.java");
        assertThat(inputs.files().get(0).text()).isEqualTo("class Bom {}");
        assertThat(inputs.files().get(1).text()).isEqualTo("class Ü {}");
        assertThat(inputs.files().get(2).text()).isEmpty();
    }

    @Test
    void saysWhatIsNoText() throws Exception {
        Files.write(root.resolve("Latin.java"), "class A {\n // \u00e4\n}".getBytes(StandardCharsets.ISO_8859_1));
        Files.write(root.resolve("Binary.java"), new byte[] {(byte) 0xCA, (byte) 0xFE, 0, 0, 1});
        paths("Latin.java", "Binary.java");
        assertThatThrownBy(inputs.files().get(0)::text)
                .isInstanceOf(SourceException.class)
                .hasMessage(
                        "The file is not UTF-8 text: line 2 holds bytes that are none; name its encoding with --encoding,"
                                + " or convert it.");
        assertThatThrownBy(inputs.files().get(1)::text)
                .isInstanceOf(SourceException.class)
                .hasMessage("The file is binary, not source text.");
    }

    @Test
    void saysWhatIsNoInput() throws Exception {
        file("a.txt", "");
        file("Good.java", "");
        assertThat(paths("nosuch", "a.txt", "g:a:1", "maven:g:a", "Good.java")).containsExactly("Good.java");
        assertThat(problems())
                .containsExactly(
                        "nosuch: There is no such file or directory. Check its spelling and the working directory.",
                        "a.txt: The file is neither Java source (.java) nor an archive of it (.jar, .zip).",
                        "g:a:1: There is no such file or directory. An artifact is written maven:g:a:1.",
                        "maven:g:a: A Maven input is written maven:GROUP:ARTIFACT:VERSION, such as"
                                + " maven:org.apache.kafka:kafka-clients:3.9.0.");
    }

    @Test
    void saysThatAFileCannotBeRead() throws Exception {
        file("Secret.java", "class Secret {}");
        Path secret = root.resolve("Secret.java");
        Files.setPosixFilePermissions(secret, java.util.Set.of());
        // The superuser reads everything.
        org.junit.jupiter.api.Assumptions.assumeFalse(Files.isReadable(secret));
        assertThat(paths("Secret.java")).isEmpty();
        assertThat(problems()).containsExactly("Secret.java: The file cannot be read: permission denied.");
    }

    @Test
    void readsStandardInput() throws Exception {
        standardInput = new ByteArrayInputStream(utf8("class A {}"));
        assertThat(paths("-")).containsExactly("stdin.java");
        assertThat(inputs.files().get(0).text()).isEqualTo("class A {}");
    }

    @Test
    void takesArtifactsApart() throws Exception {
        Path jar = root.resolve("a-1-sources.jar");
        Files.write(jar, zip(Map.of("g/A.java", utf8(""))));
        Path other = root.resolve("other");
        Files.createDirectories(other);
        Path sameName = other.resolve("a-1-sources.jar");
        Files.write(sameName, zip(Map.of("h/A.java", utf8(""))));
        Path library = root.resolve("lib.jar");
        InputOptions options = new InputOptions(
                FileFilter.of(List.of(), List.of()), true, StandardCharsets.UTF_8, "stdin.java", FileSize.DEFAULT);
        try (Inputs some = new Inputs(
                options,
                root,
                InputStream.nullInputStream(),
                coordinate -> coordinate.equals(new Coordinate("g", "a", "1"))
                        ? new ArtifactSource.Resolved(
                                jar, List.of(library), List.of("The library x cannot be had."), List.of())
                        : new ArtifactSource.Resolved(
                                sameName, List.of(library), List.of(), List.of("The library y cannot be had.")))) {
            some.add("maven:g:a:1");
            some.add("maven:h:a:1");
            assertThat(some.files())
                    .extracting(SourceFile::path)
                    .containsExactly("a-1-sources.jar!/g/A.java", "h/a-1-sources.jar!/h/A.java");
            assertThat(some.classPath()).containsExactly(library);
            assertThat(some.warnings()).hasSize(1);
            assertThat(some.notifications()).hasSize(2).allMatch(n -> n.kind() == Notification.Kind.INFO);
        }
    }
}
