package dev.heed.cli;

import dev.heed.input.FileFilter;
import dev.heed.input.FileSize;
import dev.heed.input.InputOptions;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    @Option(names = "--encoding", paramLabel = "CHARSET", description = "Encoding of the sources. [UTF-8]")
    private @Nullable Charset encoding;

    @Option(
            names = "--max-file-size",
            paramLabel = "SIZE",
            description = "Do not read source files larger than this, in bytes, K or M; at most 500M. [10M]")
    private @Nullable FileSize maxFileSize;

    /** The options that a configuration gives, with what the user said in their place; files must pass both. */
    InputOptions over(InputOptions configured) {
        return new InputOptions(
                configured.filter().and(FileFilter.of(includes, excludes)),
                configured.usesGitIgnore() && !ignoresGitIgnore,
                encoding == null ? configured.encoding() : encoding,
                standardInputName,
                maxFileSize == null ? configured.maxFileSize() : maxFileSize);
    }
}
