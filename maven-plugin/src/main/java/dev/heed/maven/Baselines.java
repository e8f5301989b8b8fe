package dev.heed.maven;

import dev.heed.report.Baseline;
import dev.heed.report.ReportException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/** Reads baselines; what is wrong is told with the goal that mends it. */
final class Baselines {

    private Baselines() {}

    /** The baseline that is asked for, or null. */
    static @Nullable Baseline given(@Nullable Path file) throws MojoExecutionException {
        return file == null ? null : read(file);
    }

    /** The baseline in a file. */
    static Baseline read(Path file) throws MojoExecutionException {
        if (!Files.exists(file)) {
            throw new MojoExecutionException(
                    "heed.baseline: there is no file " + file + "; \"mvn heed:baseline\" writes one.");
        }
        try {
            return Baseline.read(file);
        } catch (ReportException e) {
            throw new MojoExecutionException(
                    String.valueOf(e.getMessage()).replace("heed baseline create --force", "mvn heed:baseline"), e);
        }
    }
}
