package dev.heed.maven;

import dev.heed.FailOn;
import dev.heed.ScanOutcome;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.ScanListener;
import dev.heed.report.ReportFormat;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Scans the module and adds it to reports on all modules of the build, in which SARIF has one run. Never fails for findings.
 * Each module completes the reports as soon as it is done, so a build that fails later leaves those of what it came to.
 */
@Mojo(
        name = "aggregate",
        defaultPhase = LifecyclePhase.VERIFY,
        threadSafe = true,
        requiresDependencyResolution = ResolutionScope.TEST)
public final class AggregateMojo extends AbstractHeedMojo {

    /** The formats of the reports: <code>sarif</code>, <code>json</code>, <code>text</code> and others that the command has. */
    @Parameter(property = "heed.reports", defaultValue = "sarif")
    @SuppressWarnings("NullAway.Init")
    private List<String> reports;

    /**
     * Where they go: <code>heed-aggregate.sarif</code> and so on. Without it into <code>target/heed</code> of the top-level
     * project.
     */
    @Parameter(property = "heed.aggregateDirectory")
    private @Nullable File aggregateDirectory;

    @Override
    void run() throws MojoExecutionException {
        ModuleScan scan = scan();
        Map<ReportFormat, Path> files = ReportFiles.of(reports, directory(), "heed-aggregate", null);
        Reactor reactor = Reactor.of(session());
        try {
            reactor.add(session().getProjects().indexOf(project()), scan.hasSources() ? part(scan) : null);
            reactor.write(scan.module().root(), files);
        } catch (IOException e) {
            throw new MojoExecutionException(String.valueOf(e.getMessage()), e);
        }
    }

    private Path directory() {
        if (aggregateDirectory != null) {
            return aggregateDirectory.toPath();
        }
        MavenProject top = session().getTopLevelProject();
        return top.getBasedir().toPath().resolve(top.getBuild().getDirectory()).resolve("heed");
    }

    private Reactor.Part part(ModuleScan scan) throws MojoExecutionException {
        List<Finding> findings = new ArrayList<>();
        List<Notification> notifications = new ArrayList<>();
        ScanListener recorder = new ScanListener() {
            @Override
            public void onFinding(Finding finding) {
                findings.add(finding);
            }

            @Override
            public void onNotification(Notification notification) {
                notifications.add(notification);
            }
        };
        LogListener log = new LogListener(getLog(), FailOn.NEVER, isVerbose());
        ScanOutcome outcome = scan.run(FailOn.NEVER, Map.of(), Baselines.given(baseline()), log, recorder);
        getLog().info("Heed: " + Numbers.of(outcome.summary()));
        return new Reactor.Part(outcome, findings, notifications);
    }
}
