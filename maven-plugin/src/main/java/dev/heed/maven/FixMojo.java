package dev.heed.maven;

import dev.heed.FixOutcome;
import dev.heed.engine.fix.FixResult;
import dev.heed.engine.fix.Proof;
import dev.heed.engine.rule.Finding;
import dev.heed.input.FixedFile;
import dev.heed.report.Baseline;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Fixes what can be fixed: as a patch, which changes nothing yet, or with <code>write</code> in the sources. Each fix is applied to a
 * copy and scanned again first. Never fails for findings.
 */
@Mojo(name = "fix", threadSafe = true, requiresDependencyResolution = ResolutionScope.TEST)
public final class FixMojo extends AbstractCodeMojo {

    /** Changes the sources; without it there is a patch. */
    @Parameter(property = "heed.write", defaultValue = "false")
    private boolean write;

    /** Also applies fixes that may change more than what becomes of a cancellation. */
    @Parameter(property = "heed.unsafe", defaultValue = "false")
    private boolean unsafe;

    /** Where the patch goes. Its paths are relative to the top directory of the project. */
    @Parameter(property = "heed.patch", defaultValue = "${project.build.directory}/heed/heed.patch")
    @SuppressWarnings("NullAway.Init")
    private File patch;

    @Override
    void run() throws MojoExecutionException {
        ModuleScan scan = scan(false);
        if (!scan.hasSources()) {
            getLog().debug("There are no sources to fix.");
            return;
        }
        FixOutcome outcome = fix(scan);
        outcome.notifications().forEach(LogListener.ofNotifications(getLog())::onNotification);
        tell(outcome.result());
        try {
            if (write) {
                write(outcome);
            } else {
                patch(outcome, scan.module());
            }
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "The fixes of " + scan.module().name() + " cannot be written: "
                            + ParameterNames.in(String.valueOf(e.getMessage())),
                    e);
        }
    }

    private FixOutcome fix(ModuleScan scan) throws MojoExecutionException {
        Baseline known = Baselines.given(baseline());
        return mayRunCode() ? runs(scan).fix(session(), unsafe, known) : scan.fix(unsafe, known, Proof.NONE);
    }

    private void tell(FixResult result) {
        for (FixResult.Applied one : result.applied()) {
            getLog().info(place(one.finding()) + ": " + one.fix().title());
        }
        for (FixResult.Remaining one : result.remaining()) {
            one.takenBack()
                    .forEach(fix -> getLog().warn(place(one.original()) + ": \""
                            + fix.fix().title() + "\" was taken back: " + fix.reason()));
            if (!one.withheld().isEmpty()) {
                getLog().info(place(one.original()) + ": only with -Dheed.unsafe: "
                        + one.withheld().get(0).title());
            }
        }
    }

    private static String place(Finding finding) {
        return LogListener.printable(
                finding.file().path() + ":" + finding.span().startLine() + ": " + finding.rule());
    }

    private void write(FixOutcome outcome) throws IOException, MojoExecutionException {
        for (FixOutcome.Fixed one : outcome.files()) {
            if (Thread.interrupted()) {
                // The build is being stopped, and Maven has no exception for that. Each file is as it was, or fixed.
                Thread.currentThread().interrupt();
                throw new MojoExecutionException("Fixing was interrupted; not all files are written.");
            }
            usable(one).write();
        }
        getLog().info(summary(outcome, "fixed"));
    }

    /** A patch that was there before is of other sources: where there is none now, it goes. */
    private void patch(FixOutcome outcome, Module module) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (FixOutcome.Fixed one : outcome.files()) {
            all.write(usable(one).patch());
        }
        Path file = patch.toPath().toAbsolutePath();
        if (all.size() == 0) {
            Files.deleteIfExists(file);
            getLog().info(summary(outcome, "can be fixed"));
            return;
        }
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.write(file, all.toByteArray());
        getLog().info(summary(outcome, "can be fixed"));
        getLog().info("Heed: nothing is changed yet. Look at " + module.shown(file) + ", then \"git apply "
                + module.shown(file) + "\" in " + module.root() + ", or run the same with -Dheed.write.");
    }

    private static FixedFile usable(FixOutcome.Fixed one) throws IOException {
        @Nullable FixedFile file = one.file();
        if (file == null) {
            throw new IOException(one.change().file().path() + ": " + one.problem());
        }
        return file;
    }

    private static String summary(FixOutcome outcome, String done) {
        FixResult result = outcome.result();
        List<FixResult.Remaining> withheld = result.remaining().stream()
                .filter(one -> !one.withheld().isEmpty())
                .toList();
        int without = result.remaining().size() - withheld.size();
        if (result.found() == 0) {
            return "Heed: there is nothing to fix" + (outcome.isIncomplete() ? "; the scan is incomplete." : ".")
                    + known(outcome);
        }
        return "Heed: " + result.mended() + " of " + Numbers.count(result.found(), "finding") + " " + done + " in "
                + Numbers.count(outcome.files().size(), "file")
                + (withheld.isEmpty() ? "" : "; " + withheld.size() + " more with -Dheed.unsafe")
                + (without == 0 ? "" : "; " + without + (without == 1 ? " has" : " have") + " no fix that fits")
                + (outcome.isIncomplete() ? "; the scan is incomplete." : ".")
                + known(outcome);
    }

    private static String known(FixOutcome outcome) {
        return outcome.known() == 0
                ? ""
                : " " + Numbers.count(outcome.known(), "finding") + (outcome.known() == 1 ? " is" : " are")
                        + " in the baseline.";
    }
}
