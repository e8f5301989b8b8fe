package dev.heed.maven;

import dev.heed.ScanOutcome;
import dev.heed.engine.scan.ScanListener;
import dev.heed.report.ReportFormat;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals that report on one module have in common. */
abstract class AbstractReportMojo extends AbstractHeedMojo {

    /** The formats of the reports: <code>sarif</code>, <code>json</code>, <code>text</code> and others that the command has. */
    @Parameter(property = "heed.reports", defaultValue = "sarif")
    @SuppressWarnings("NullAway.Init")
    private List<String> reports;

    /** Where reports go: <code>heed.sarif</code>, <code>heed.json</code>, <code>heed.txt</code>, <code>heed-junit.xml</code> and so on. */
    @Parameter(property = "heed.outputDirectory", defaultValue = "${project.build.directory}/heed")
    @SuppressWarnings("NullAway.Init")
    private File outputDirectory;

    /** Where the SARIF report goes instead. */
    @Parameter(property = "heed.sarifOutput")
    private @Nullable File sarifOutput;

    /** Breaks the build if some source could not be analyzed, after the others have been. */
    @Parameter(property = "heed.failOnIncomplete", defaultValue = "false")
    private boolean failOnIncomplete;

    /**
     * How a scan of this module ended.
     *
     * @param reports as people are told of them
     */
    record Done(ScanOutcome outcome, List<String> reports) {}

    /** Scans the module and tells it to a listener, if it has sources. */
    final @Nullable Done scanAndReport(ModuleScan scan, LogListener listener) throws MojoExecutionException {
        if (!scan.hasSources()) {
            getLog().debug("There are no sources to scan.");
            return null;
        }
        Map<ReportFormat, Path> files = ReportFiles.of(
                reports, outputDirectory.toPath(), "heed", sarifOutput == null ? null : sarifOutput.toPath());
        ScanOutcome outcome =
                scan.run(listener.failOn(), files, Baselines.given(baseline()), listener, ScanListener.NOBODY);
        getLog().info("Heed: " + Numbers.of(outcome.summary()));
        if (failOnIncomplete && outcome.isIncomplete()) {
            throw new MojoExecutionException(
                    "The scan of " + scan.module().name()
                            + " is incomplete, and heed.failOnIncomplete is set; the warnings above say what was not analyzed.");
        }
        return new Done(
                outcome, files.values().stream().map(scan.module()::shown).toList());
    }
}
