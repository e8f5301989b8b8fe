package dev.heed.maven;

import dev.heed.FailOn;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Scans the module and writes the reports; findings are warnings, and never fail the build. */
@Mojo(
        name = "report",
        defaultPhase = LifecyclePhase.VERIFY,
        threadSafe = true,
        requiresDependencyResolution = ResolutionScope.TEST)
public final class ReportMojo extends AbstractReportMojo {

    @Override
    void run() throws MojoExecutionException {
        scanAndReport(scan(), new LogListener(getLog(), FailOn.NEVER, isVerbose()));
    }
}
