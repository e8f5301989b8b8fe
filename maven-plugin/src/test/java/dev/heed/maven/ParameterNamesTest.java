package dev.heed.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ParameterNamesTest {
    /** Options that a build has no use for: what they are about does not happen there. Others are those of git. */
    private static final Set<String> OF_THE_COMMAND_ONLY = Set.of(
            "--no-gitignore",
            "--stdin-filename",
            "--class-path",
            "--version",
            "--release",
            "--add-ignore",
            "--dst-prefix",
            "--get-regexp",
            "--git",
            "--no-pager",
            "--quiet");

    @Test
    void optionsBecomeParameters() {
        assertThat(ParameterNames.in("The file is larger than 10 MiB; exclude it with --exclude, or allow it with"
                        + " --max-file-size."))
                .isEqualTo("The file is larger than 10 MiB; exclude it with heed.excludes, or allow it with"
                        + " heed.maxFileSize.");
        assertThat(ParameterNames.in("a larger -Xmx (HEED_JAVA_OPTS)")).isEqualTo("a larger -Xmx (MAVEN_OPTS)");
        assertThat(ParameterNames.in("--select: --selection -- x--select"))
                .isEqualTo("heed.select: --selection -- x--select");
    }

    @Test
    void eachOptionThatAMessageNamesHasAParameter() throws IOException {
        Set<String> unknown = new TreeSet<>();
        for (String module : new String[] {"api", "engine", "frontend-java", "rules", "verify", "execution"}) {
            Path sources = Path.of("..").resolve(module).resolve("src/main/java");
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    Matcher options = Pattern.compile("(?m)^[^*]*\"[^\"\n]*?(--[a-z]+(?:-[a-z]+)*)[^\"\n]*\"")
                            .matcher(Files.readString(file));
                    while (options.find()) {
                        String option = options.group(1);
                        if (ParameterNames.in(option).equals(option) && !OF_THE_COMMAND_ONLY.contains(option)) {
                            unknown.add(option + " in " + file.getFileName());
                        }
                    }
                }
            }
        }
        assertThat(unknown).isEmpty();
    }
}
