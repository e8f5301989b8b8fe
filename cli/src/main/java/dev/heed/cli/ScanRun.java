package dev.heed.cli;

import dev.heed.cli.input.ClassPath;
import dev.heed.cli.input.FileFilter;
import dev.heed.cli.input.InputOptions;
import dev.heed.cli.input.Inputs;
import dev.heed.cli.maven.MavenOptions;
import dev.heed.engine.model.ModelException;
import dev.heed.engine.model.ModelFiles;
import dev.heed.engine.model.Models;
import dev.heed.engine.scan.FrontEnd;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.Scan;
import dev.heed.engine.scan.ScanSummary;
import dev.heed.report.ReportContext;
import dev.heed.report.ReportContext.Verbosity;
import dev.heed.report.ReportException;
import dev.heed.report.Reports;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One run of {@code heed scan}: from its options to its exit code. */
final class ScanRun {
    private final Parts parts;
    private final Console console;
    private final ScanCommand command;
    private final Messages messages;

    ScanRun(Parts parts, Console console, ScanCommand command) {
        this.parts = parts;
        this.console = console;
        this.command = command;
        this.messages = new Messages(console, command.common(), command.report().isQuiet());
    }

    /**
     * Runs.
     *
     * @return the exit code
     * @throws UserException if the options cannot be carried out
     * @throws InterruptedException if the thread is interrupted; what was found until then has been shown
     */
    int run() throws UserException, IOException, InterruptedException {
        // All that can be wrong with the options is said before the work begins.
        ReportTargets targets = ReportTargets.of(command.report(), console);
        List<Parts.Known> selected = RuleSelection.of(
                parts.rules(), command.rules().selected(), command.rules().ignored());
        Models models = models();
        ClassPath classPath = classPath();
        Scan scan = ScanCache.of(parts, command, console, selected, modelFiles(), this::verbose);
        int threads = threads();
        if (command.runArguments().fileTimeout() < 0) {
            throw new UserException("--file-timeout must be 0 or more seconds.");
        }
        try (Progress progress = progress().start();
                LazyMaven maven = new LazyMaven(mavenOptions(), progress);
                Inputs inputs = new Inputs(inputOptions(), console.workingDirectory(), console.in(), maven)) {
            String method = command.runArguments().dumpIr();
            if (method != null) {
                return dumpIr(method, inputs, classPath, threads, progress);
            }
            ReportContext context = context(selected);
            try (Reports reports = open(targets, context)) {
                return scan(scan, inputs, classPath, selected, models, threads, progress, targets, reports);
            }
        }
    }

    private int dumpIr(String method, Inputs inputs, ClassPath classPath, int threads, Progress progress)
            throws UserException, IOException, InterruptedException {
        for (String input : command.inputs()) {
            inputs.add(input);
        }
        return new IrDump(parts, console, messages, command.runArguments().dumpFormat())
                .print(method, inputs, classPath, threads, progress);
    }

    private int scan(
            Scan scan,
            Inputs inputs,
            ClassPath classPath,
            List<Parts.Known> selected,
            Models models,
            int threads,
            Progress progress,
            ReportTargets targets,
            Reports reports)
            throws UserException, InterruptedException {
        Echo echo = new Echo(
                reports,
                progress,
                messages,
                !targets.isForPeople(),
                command.report().isVerbose());
        Tally tally = new Tally(echo, command.rules().failOn());
        ScanSummary summary;
        try {
            for (String input : command.inputs()) {
                inputs.add(input);
            }
            inputs.notifications().forEach(tally::onNotification);
            classPath.warnings().forEach(warning -> tally.onNotification(Notification.info(null, warning)));
            List<FrontEnd> frontEnds =
                    parts.frontEnds().stream().map(progress::counting).toList();
            Scan.Input input = new Scan.Input(
                    inputs.files(),
                    joined(classPath.entries(), inputs.classPath()),
                    frontEnds,
                    selected.stream().map(Parts.Known::rule).toList(),
                    models,
                    threads,
                    Duration.ofSeconds(command.runArguments().fileTimeout()));
            summary = tally.complete(scan.run(input, tally));
        } catch (InterruptedException e) {
            // The user has seen enough: what was found until now is shown on the way out.
            tally.onNotification(Notification.incomplete(
                    null, null, "The scan was interrupted; only what was found until then is shown."));
            progress.close();
            end(reports, tally.partial(inputs.files().size()), ExitCode.INTERRUPTED);
            throw e;
        } catch (OutOfMemoryError e) {
            tally.onNotification(Notification.incomplete(
                    null,
                    null,
                    "The scan ended early because it needs more memory; only what was found until then is shown. Give it a"
                            + " larger -Xmx (HEED_JAVA_OPTS), or less at a time."));
            progress.close();
            end(reports, tally.partial(inputs.files().size()), ExitCode.INCOMPLETE);
            return ExitCode.INCOMPLETE;
        }
        progress.close();
        end(reports, summary, tally.exitCode());
        inputs.warnings().forEach(messages::warning);
        classPath.warnings().forEach(messages::warning);
        if (!targets.isForPeople()) {
            messages.note(Statistics.summary(summary));
        }
        if (command.report().hasStatistics()) {
            messages.print(Statistics.table(summary));
        }
        return tally.exitCode();
    }

    private static void end(Reports reports, ScanSummary summary, int exitCode) throws UserException {
        try {
            reports.end(summary, exitCode);
        } catch (IOException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        }
    }

    private Reports open(ReportTargets targets, ReportContext context) throws UserException {
        Reports reports = new Reports(context);
        try {
            if (targets.mainFile() == null) {
                reports.add(targets.main(), console.out(), terminalCharset());
            } else {
                reports.add(targets.main(), targets.mainFile());
            }
            for (ReportTargets.Target target : targets.others()) {
                reports.add(target.format(), target.file());
            }
            return reports;
        } catch (ReportException e) {
            reports.close();
            throw new UserException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            reports.close();
            throw new UserException("The report cannot be begun: " + e.getMessage() + ".", e);
        }
    }

    /** A terminal shows its own charset; files and pipes get UTF-8. */
    private Charset terminalCharset() {
        String name = console.isOutTerminal()
                ? System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"))
                : null;
        return name != null && Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    }

    private ReportContext context(List<Parts.Known> selected) {
        ReportArguments report = command.report();
        return ReportContext.builder(
                        Version.number(),
                        selected.stream().map(Parts.Known::descriptor).toList())
                .workingDirectory(console.workingDirectory())
                .colour(command.common().color().colours(console.isOutTerminal(), console.environment()))
                .width(console.width())
                .verbosity(
                        report.isQuiet() ? Verbosity.QUIET : report.isVerbose() ? Verbosity.VERBOSE : Verbosity.NORMAL)
                .build();
    }

    private Models models() throws UserException {
        List<Path> files = modelFiles();
        try {
            return files.isEmpty() ? ModelFiles.shippedLate() : ModelFiles.load(files);
        } catch (ModelException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        }
    }

    private List<Path> modelFiles() {
        return command.types().models().stream().map(console::resolve).toList();
    }

    private void verbose(String note) {
        if (command.report().isVerbose()) {
            messages.note(note);
        }
    }

    private ClassPath classPath() throws UserException {
        ClassPath classPath = new ClassPath(console.workingDirectory());
        command.types().classPath().forEach(classPath::add);
        for (String file : command.types().classPathFiles()) {
            try {
                classPath.addFile(console.resolve(file));
            } catch (IOException e) {
                throw new UserException(String.valueOf(e.getMessage()), e);
            }
        }
        return classPath;
    }

    private int threads() throws UserException {
        int threads = command.runArguments().threads();
        if (threads < 0 || threads > 1024) {
            throw new UserException("--threads must be from 1 to 1024.");
        }
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }

    private Progress progress() {
        return new Progress(
                console.err(), console.isErrTerminal(), command.report().isQuiet());
    }

    private InputOptions inputOptions() {
        InputArguments input = command.input();
        return new InputOptions(
                FileFilter.of(input.includes(), input.excludes()),
                input.usesGitIgnore(),
                input.encoding(),
                input.standardInputName(),
                input.maxFileSize());
    }

    private MavenOptions mavenOptions() {
        TypeArguments types = command.types();
        String settings = types.mavenSettings();
        String repository = types.mavenRepository();
        if (repository == null) {
            repository = System.getProperty("maven.repo.local");
        }
        return new MavenOptions(
                Path.of(System.getProperty("user.home")),
                console.environment(),
                settings == null ? null : console.resolve(settings),
                repository == null ? null : console.resolve(repository),
                types.isOffline());
    }

    static List<Path> joined(List<Path> first, List<Path> second) {
        Set<Path> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return new ArrayList<>(all);
    }
}
