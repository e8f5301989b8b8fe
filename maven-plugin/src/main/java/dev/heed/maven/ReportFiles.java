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

    private static String ending(ReportFormat format) {
        if (format == ReportFormat.CONCISE) {
            return "-concise.txt";
        }
        return format == ReportFormat.TEXT ? ".txt" : "." + format.id();
    }
}
