package dev.heed.verify.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.verify.code.Claim;
import dev.heed.verify.code.Claim.Lines;
import dev.heed.verify.code.CodeIndex;
import dev.heed.verify.code.Located;
import dev.heed.verify.code.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.tools.ToolProvider;

/** A source of a test, compiled, with the questions about it. */
public final class Compiled {
    private final Path sources;
    private final Path classes;
    private final String fileName;
    private final List<String> lines;

    private Compiled(Path sources, Path classes, String fileName, String source) {
        this.sources = sources;
        this.classes = classes;
        this.fileName = fileName;
        this.lines = source.lines().toList();
    }

    /** Compiles a class into a directory below this one. */
    public static Compiled of(Path directory, String fileName, String source, String... options) throws IOException {
        Path sources = Files.createDirectories(directory.resolve("sources"));
        Path classes = Files.createDirectories(directory.resolve("classes"));
        Path file = sources.resolve(fileName);
        Files.writeString(file, source);
        List<String> arguments = new ArrayList<>(List.of(
                "--release", "17", "-proc:none", "-nowarn", "-cp", classes.toString(), "-d", classes.toString()));
        arguments.addAll(options.length == 0 ? List.of("-g") : List.of(options));
        arguments.add(file.toString());
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        return new Compiled(sources, classes, fileName, source);
    }

    public Path classes() {
        return classes;
    }

    /** The first line with this text, from 1. */
    public int line(String text) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException(text);
    }

    /** What a finding would claim: delivered at the line with one text, found at the line with the other. */
    public Claim claim(String rule, String function, String delivered, String found) {
        return new Claim(rule, at(found), function, List.of(at(delivered), at(found)));
    }

    private Lines at(String text) {
        int line = line(text);
        return new Lines(sources.resolve(fileName).toString(), line, line);
    }

    public Located locate(Claim claim) throws IOException {
        CodeIndex index = CodeIndex.of(List.of(classes), Set.of(fileName));
        return new Locator(index, Evidence.load(), Duration.ofSeconds(30)).locate(claim);
    }

    /** The question about a wait that is swallowed where the comment says so. */
    public Question swallowed(String function) throws IOException {
        Located located = locate(claim("swallowed-interrupt", function, "// wait", "// caught"));
        assertThat(located).isInstanceOf(Located.Ready.class);
        return ((Located.Ready) located).question();
    }

    public Answer ask(Question question) throws IOException, InterruptedException {
        return new Check(List.of(classes), List.of()).answer(question);
    }
}
