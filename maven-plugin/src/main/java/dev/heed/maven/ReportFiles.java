package dev.heed.maven;

import dev.heed.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** Where reports go. */
final class ReportFiles {

    private ReportFiles() {}

    /**
     * The files by format. Their directories are made.
     *
     * @param names the formats that are wanted
     * @param directory where they go, as {@code NAME.sarif} and the like
     * @param sarif where SARIF goes instead, and that it is wanted; or null
     */
    static Map<ReportFormat, Path> of(List<String> names, Path directory, String name, @Nullable Path sarif)
            throws MojoExecutionException {
        Map<ReportFormat, Path> files = new EnumMap<>(ReportFormat.class);
        for (ReportFormat format : Choices.formats(names)) {
            files.put(format, directory.resolve(name + ending(format)));
        }
        if (sarif != null) {
            files.put(ReportFormat.SARIF, sarif);
        }
        for (Path file : files.values()) {
            Path parent = file.toAbsolutePath().getParent();
            try {
                if (parent != null) {
                    Files.createDirectories(parent);
                }
            } catch (IOException e) {
                throw new MojoExecutionException("The directory " + parent + " cannot be made: " + e, e);
            }
        }
        return files;
    }

    /** What programs know the files by: two formats never have the same. */
    private static String ending(ReportFormat format) {
        return switch (format) {
            case TEXT -> ".txt";
            case CONCISE -> "-concise.txt";
            case JSON -> ".json";
            case JSON_LINES -> ".jsonl";
            case SARIF -> ".sarif";
            case GITHUB -> "-github.txt";
            case GITLAB -> "-gitlab.json";
            case JUNIT -> "-junit.xml";
            case CHECKSTYLE -> "-checkstyle.xml";
            case MARKDOWN -> ".md";
            case HTML -> ".html";
        };
    }
}
