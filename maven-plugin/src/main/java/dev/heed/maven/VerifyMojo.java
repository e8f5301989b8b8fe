package dev.heed.maven;

import dev.heed.FailOn;
import dev.heed.execution.TextVerdicts;
import dev.heed.execution.VerdictReport;
import dev.heed.execution.Verified;
import dev.heed.report.ReportFormat;
import dev.heed.verify.check.Obstacle;
import dev.heed.verify.check.Verdict;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Scans the module, and runs the code of each finding with the cancellation delivered there. Runs nothing unless <code>runCode</code>
 * says that it may. Fails the build for what a run has shown.
 */
@Mojo(
        name = "verify",
        defaultPhase = LifecyclePhase.VERIFY,
        threadSafe = true,
        requiresDependencyResolution = ResolutionScope.TEST)
public final class VerifyMojo extends AbstractCodeMojo {

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    @SuppressWarnings("NullAway.Init")
    private MojoExecution execution;

    /** The formats of the reports: <code>sarif</code>, <code>html</code>, <code>json</code>, <code>text</code> and <code>concise</code>. */
    @Parameter(property = "heed.reports", defaultValue = "sarif")
    @SuppressWarnings("NullAway.Init")
    private List<String> reports;

    /** Where they go: <code>heed-verify.sarif</code> and so on. */
    @Parameter(property = "heed.outputDirectory", defaultValue = "${project.build.directory}/heed")
    @SuppressWarnings("NullAway.Init")
    private File outputDirectory;

    /**
     * The least level of a confirmed finding that fails the build: <code>note</code>, which is the default, <code>warning</code>,
     * <code>error</code> or <code>never</code>.
     */
    @Parameter(property = "heed.failOn")
    private @Nullable String failOn;

    /** Whether such a finding fails the build; without it all are warnings. */
    @Parameter(property = "heed.failOnViolation", defaultValue = "true")
    private boolean failOnViolation;

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        ModuleScan scan = scan(false);
        FailOn least = failOnViolation ? scan.failOn(failOn) : FailOn.NEVER;
        ModuleRuns runs = runs(scan);
        if (!mayRunCode()) {
            refuse(scan.module());
            return;
        }
        if (!scan.hasSources() || scan.module().classes(scan.includesTests()).isEmpty()) {
            getLog().debug("There is no compiled code to run.");
            return;
        }
        Map<ReportFormat, Path> files = ReportFiles.of(reports, outputDirectory.toPath(), "heed-verify", null);
        for (ReportFormat format : files.keySet()) {
            if (!VerdictReport.FORMATS.contains(format)) {
                throw new MojoExecutionException(
                        "heed.reports: heed:verify writes sarif, html, json, text and concise, not " + format.id()
                                + ".");
            }
        }
        ModuleRuns.Done done =
                runs.run(session(), files, Baselines.given(baseline()), least, verified -> tell(verified, least));
        getLog().info("Heed: ran the code of " + Verified.summary(done.all()));
        if (done.failing() > 0) {
            throw new MojoFailureException(message(scan.module(), done.failing(), least, files));
        }
    }

    private static String message(Module module, long failing, FailOn least, Map<ReportFormat, Path> files) {
        String reports = files.values().stream().map(module::shown).collect(Collectors.joining(", "));
        return "Heed: running the code of " + module.name() + " has confirmed "
                + Numbers.count((int) failing, "finding") + " (heed.failOn=" + least + ")."
                + (reports.isEmpty() ? "" : " The report is " + reports + ".")
                + " -Dheed.failOnViolation=false lets the build pass.";
    }

    /** Called by its name, a goal that does nothing would look like one that has found nothing. */
    private void refuse(Module module) throws MojoExecutionException {
        String what = "heed:verify runs the code of " + module.name()
                + ", many times for each finding, with values made up for it. There is no sandbox.";
        if (execution.getSource() == MojoExecution.Source.CLI) {
            throw new MojoExecutionException(what + " Say -Dheed.runCode if it may.");
        }
        getLog().info(what + " Nothing is run without -Dheed.runCode.");
    }

    private void tell(Verified verified, FailOn least) {
        boolean isConfirmed = verified.answer().verdict() == Verdict.CONFIRMED;
        for (String line : new TextVerdicts(!isVerbose(), false)
                .of(verified)
                .stripTrailing()
                .lines()
                .toList()) {
            String text = ParameterNames.in(line);
            Obstacle obstacle = verified.answer().obstacle();
            if (ModuleRuns.fails(verified, least)) {
                getLog().error(text);
            } else if (isConfirmed || (obstacle != null && obstacle.isIncomplete())) {
                getLog().warn(text);
            } else {
                getLog().info(text);
            }
        }
    }
}
