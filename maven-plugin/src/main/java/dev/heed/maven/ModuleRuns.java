package dev.heed.maven;

import dev.heed.ExitCode;
import dev.heed.FailOn;
import dev.heed.FixOutcome;
import dev.heed.ScanOutcome;
import dev.heed.engine.rule.Level;
import dev.heed.engine.scan.ScanListener;
import dev.heed.execution.ExecutedProof;
import dev.heed.execution.ExecutionCheck;
import dev.heed.execution.SarifException;
import dev.heed.execution.SarifFindings;
import dev.heed.execution.VerdictReport;
import dev.heed.execution.Verified;
import dev.heed.report.Baseline;
import dev.heed.report.ReportException;
import dev.heed.report.ReportFormat;
import dev.heed.verify.check.Verdict;
import dev.heed.verify.fork.Bounds;
import dev.heed.verify.fork.ForkException;
import dev.heed.verify.fork.Javac;
import dev.heed.verify.fork.Scratch;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.eclipse.aether.SessionData;
import org.jspecify.annotations.Nullable;

/** Scans one module, and runs the code of what is found. */
final class ModuleRuns {
    private static final int DAY = 86_400;
    private static final int MOST = 1 << 20;

    private final Log out;
    private final ModuleScan scan;
    private final Bounds bounds;
    private final int forks;

    ModuleRuns(Log out, ModuleScan scan, Bounds bounds, int forks) throws MojoExecutionException {
        within("heed.forks", forks, 256);
        this.out = out;
        this.scan = scan;
        this.bounds = bounds;
        this.forks = forks;
    }

    /** What the runs for one finding may cost, as the parameters of the same names say. */
    static Bounds bounds(@Nullable File javaHome, int timeout, int heap, int maxThreads) throws MojoExecutionException {
        within("heed.timeout", timeout, DAY);
        within("heed.heap", heap, MOST);
        within("heed.maxThreads", maxThreads, MOST);
        Path home = javaHome == null ? Path.of(System.getProperty("java.home")) : javaHome.toPath();
        boolean isWindows =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        Path java = home.resolve("bin").resolve(isWindows ? "java.exe" : "java").toAbsolutePath();
        if (!Files.isExecutable(java)) {
            throw new MojoExecutionException("heed.javaHome: there is no java command at " + java + ".");
        }
        return new Bounds(java, Duration.ofSeconds(timeout), heap, maxThreads);
    }

    private static void within(String parameter, int value, int most) throws MojoExecutionException {
        if (value < 1 || value > most) {
            throw new MojoExecutionException(parameter + " must be from 1 to " + most + ".");
        }
    }

    /** Modules take turns: what runs beside other runs misses its bounds, and would be called stuck. */
    private static ReentrantLock turn(MavenSession session) {
        SessionData data = session.getRepositorySession().getData();
        data.set(ModuleRuns.class, null, new ReentrantLock());
        return (ReentrantLock) data.get(ModuleRuns.class);
    }

    /**
     * What was run.
     *
     * @param failing how many findings fail the build
     */
    record Done(List<Verified> all, long failing) {}

    /** Whether a finding fails the build: it was confirmed, and has the level for it. */
    static boolean fails(Verified verified, FailOn least) {
        return verified.answer().verdict() == Verdict.CONFIRMED
                && least.fails(Level.valueOf(verified.flagged().level().toUpperCase(Locale.ROOT)));
    }

    /**
     * Scans, runs, and writes reports.
     *
     * @param reports files by format
     * @param least the least level of a confirmed finding that fails the build
     * @param listener is told of each finding as soon as it and all before it are known
     */
    Done run(
            MavenSession session,
            Map<ReportFormat, Path> reports,
            @Nullable Baseline baseline,
            FailOn least,
            Consumer<Verified> listener)
            throws MojoExecutionException {
        String name = scan.module().name();
        try {
            try (Scratch scratch = new Scratch()) {
                Path log = scratch.directory().resolve("scan.sarif");
                Path page = scratch.directory().resolve("scan.html");
                Map<ReportFormat, Path> scans = reports.containsKey(ReportFormat.HTML)
                        ? Map.of(ReportFormat.SARIF, log, ReportFormat.HTML, page)
                        : Map.of(ReportFormat.SARIF, log);
                ScanOutcome outcome =
                        scan.run(FailOn.NEVER, scans, baseline, LogListener.ofNotifications(out), ScanListener.NOBODY);
                List<Verified> all = run(session, check(log), listener);
                long failing = all.stream().filter(one -> fails(one, least)).count();
                VerdictReport report = new VerdictReport(log, page, all, exitCode(outcome, all, failing));
                for (Map.Entry<ReportFormat, Path> target : reports.entrySet()) {
                    report.write(target.getKey(), target.getValue());
                }
                return new Done(all, failing);
            }
        } catch (InterruptedException e) {
            // The build is being stopped, and Maven has no exception for that.
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("Running the code of " + name + " was interrupted.", e);
        } catch (ReportException e) {
            throw new MojoExecutionException(String.valueOf(e.getMessage()), e);
        } catch (IOException | ForkException | SarifException e) {
            throw new MojoExecutionException("The code of " + name + " cannot be run: " + e.getMessage(), e);
        }
    }

    /**
     * Fixes in memory what can be fixed, and keeps only what running the code proves.
     *
     * @param unsafe whether fixes are tried that may change more than what becomes of a cancellation
     */
    FixOutcome fix(MavenSession session, boolean unsafe, @Nullable Baseline baseline) throws MojoExecutionException {
        Module module = scan.module();
        if (!new Javac(bounds).isThere()) {
            throw new MojoExecutionException(
                    "heed.runCode: there is no javac beside java; name a JDK with heed.javaHome, or run Maven with one.");
        }
        if (module.classes(scan.includesTests()).isEmpty()) {
            throw new MojoExecutionException("heed.runCode: there are no compiled classes of " + module.name()
                    + "; run \"mvn test-compile heed:fix\".");
        }
        out.info("Heed: running the code of " + module.name()
                + " for each finding that has a fix. There is no sandbox.");
        ExecutedProof proof = new ExecutedProof(
                module.classes(scan.includesTests()),
                module.libraries(),
                bounds,
                forks,
                doing -> out.debug("Heed: " + doing));
        ReentrantLock turn = turn(session);
        try {
            turn.lockInterruptibly();
            try {
                return scan.fix(unsafe, baseline, proof);
            } finally {
                turn.unlock();
            }
        } catch (InterruptedException e) {
            // The build is being stopped, and Maven has no exception for that.
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("Running the code of " + module.name() + " was interrupted.", e);
        } catch (ExecutedProof.BrokenException e) {
            throw new MojoExecutionException(String.valueOf(e.getMessage()), e);
        }
    }

    private ExecutionCheck check(Path log) throws IOException, SarifException, MojoExecutionException {
        Module module = scan.module();
        ExecutionCheck check = ExecutionCheck.of(
                SarifFindings.read(log).findings(), module.classes(scan.includesTests()), module.libraries(), bounds);
        check.unreadable().forEach(file -> out.warn("The class file " + file + " cannot be read."));
        out.info("Heed: running the code of " + module.name() + " for "
                + Numbers.count((int) check.runnable(), "finding") + ". There is no sandbox.");
        return check;
    }

    /** As the command would end. */
    private static int exitCode(ScanOutcome outcome, List<Verified> all, long failing) {
        boolean isIncomplete = outcome.isIncomplete()
                || all.stream()
                        .map(one -> one.answer().obstacle())
                        .anyMatch(obstacle -> obstacle != null && obstacle.isIncomplete());
        return isIncomplete ? ExitCode.INCOMPLETE : failing > 0 ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }

    private List<Verified> run(MavenSession session, ExecutionCheck check, Consumer<Verified> listener)
            throws ForkException, InterruptedException {
        ReentrantLock turn = turn(session);
        turn.lockInterruptibly();
        try {
            return check.run(forks, listener);
        } finally {
            turn.unlock();
        }
    }
}
