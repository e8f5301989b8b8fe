package dev.heed.cli;

import dev.heed.input.FileSize;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Options of {@code heed scan} that say what is read. */
final class InputArguments {

    @Option(
            names = "--exclude",
            paramLabel = "GLOB",
            description = "Leave out files and directories, written as in .gitignore, relative to the working directory"
                    + " (inside an archive: to its root). Repeatable.")
    private List<String> excludes = new ArrayList<>();

    @Option(
            names = "--include",
            paramLabel = "GLOB",
            description = "Read only these files or directories, written the same way. Repeatable.")
    private List<String> includes = new ArrayList<>();

    @Option(names = "--no-gitignore", description = "Also read what .gitignore files name.")
    private boolean ignoresGitIgnore;

    @Option(
            names = "--stdin-filename",
            paramLabel = "FILE",
            defaultValue = "stdin.java",
            description = "The name that standard input goes by in findings. [stdin.java]")
    private String standardInputName = "stdin.java";

    @Option(
            names = "--encoding",
            paramLabel = "CHARSET",
            defaultValue = "UTF-8",
            description = "Encoding of the sources. [UTF-8]")
    private Charset encoding = StandardCharsets.UTF_8;

    @Option(
            names = "--max-file-size",
            paramLabel = "SIZE",
            defaultValue = "10M",
            description = "Do not read source files larger than this, in bytes, K or M; at most 500M. [10M]")
    private FileSize maxFileSize = FileSize.DEFAULT;

    List<String> excludes() {
        return excludes;
    }

    List<String> includes() {
        return includes;
    }

    boolean usesGitIgnore() {
        return !ignoresGitIgnore;
    }

    FileSize maxFileSize() {
        return maxFileSize;
    }

    String standardInputName() {
        return standardInputName;
    }

    Charset encoding() {
        return encoding;
    }
}
