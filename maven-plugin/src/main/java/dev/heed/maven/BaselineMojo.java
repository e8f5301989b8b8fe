package dev.heed.maven;

import dev.heed.FailOn;
import dev.heed.ScanOutcome;
import dev.heed.engine.scan.ScanListener;
import dev.heed.report.ReportException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Scans the modules and writes down all that is found: with <code>baseline</code>, the other goals tell of new findings only.
 * Findings of modules that are not in the build stay in the file; those that are gone go.
 */
@Mojo(name = "baseline", threadSafe = true, requiresDependencyResolution = ResolutionScope.TEST)
public final class BaselineMojo extends AbstractHeedMojo {

    @Override
    void run() throws MojoExecutionException {
        if (since() != null) {
            throw new MojoExecutionException("heed.since: a baseline holds all findings; leave it out.");
        }
        ModuleScan scan = scan();
        if (!scan.hasSources()) {
            return;
        }
        Path given = baseline() != null ? baseline() : scan.configuredBaseline();
        Path file = given != null ? given : scan.module().root().resolve("heed-baseline.json");
        BaselineUpdate update = BaselineUpdate.of(session(), file);
        ScanOutcome outcome =
                scan.run(FailOn.NEVER, Map.of(), update.before(), ScanListener.NOBODY, ScanListener.NOBODY);
        ScanOutcome.Comparison found = outcome.comparison();
        if (found == null || outcome.isIncomplete()) {
            throw new MojoExecutionException("The baseline is not written: the scan of "
                    + scan.module().name()
                    + " is incomplete, and findings would be missing. heed:report tells what could not be analyzed;"
                    + " leave it out with heed.excludes.");
        }
        try {
            int entries = update.add(found);
            getLog().info("Heed: wrote " + scan.module().shown(file) + ": "
                    + Numbers.count(found.fresh().size(), "finding") + " of "
                    + scan.module().name() + " put in, "
                    + found.gone().size() + " taken out; " + entries + " known.");
        } catch (ReportException e) {
            throw new MojoExecutionException(String.valueOf(e.getMessage()), e);
        }
    }
}
