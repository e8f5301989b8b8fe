package dev.heed.maven;

import dev.heed.FailOn;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Scans the module, writes the reports, and fails the build if there are findings. */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        threadSafe = true,
        requiresDependencyResolution = ResolutionScope.TEST)
public final class CheckMojo extends AbstractReportMojo {

    /**
     * The least level of a finding that fails the build: <code>note</code>, which is the default, <code>warning</code>,
     * <code>error</code> or <code>never</code>.
     */
    @Parameter(property = "heed.failOn")
    private @Nullable String failOn;

    /** Whether such a finding fails the build; without it all are warnings. */
    @Parameter(property = "heed.failOnViolation", defaultValue = "true")
    private boolean failOnViolation;

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        ModuleScan scan = scan();
        FailOn least = scan.failOn(failOn);
        LogListener listener = new LogListener(getLog(), failOnViolation ? least : FailOn.NEVER, isVerbose());
        Done done = scanAndReport(scan, listener);
        if (done != null && listener.failing() > 0) {
            throw new MojoFailureException(message(listener, done));
        }
    }

    private String message(LogListener listener, Done done) {
        int failing = listener.failing();
        String reports = String.join(", ", done.reports());
        return "Heed: " + Numbers.count(failing, "finding") + " in " + project().getArtifactId()
                + (failing == 1 ? " fails" : " fail") + " the build (heed.failOn=" + listener.failOn() + ")."
                + (reports.isEmpty() ? "" : " The report is " + reports + ".")
                + (isVerbose()
                        ? ""
                        : " Run the same with -Dheed.verbose to see the code and the path"
                                + (failing == 1 ? "." : " of each."))
                + " -Dheed.failOnViolation=false lets the build pass.";
    }
}
