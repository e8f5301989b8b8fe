package dev.heed.cli;

import dev.heed.Heed;
import dev.heed.Parts;
import dev.heed.ScanOutcome;
import dev.heed.ScanRequest;
import dev.heed.UserException;
import dev.heed.cli.maven.MavenOptions;
import dev.heed.input.ClassPath;
import dev.heed.input.FileFilter;
import dev.heed.input.InputOptions;
import dev.heed.input.Inputs;
import dev.heed.report.ReportContext.Verbosity;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

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
        ReportTargets targets = ReportTargets.of(command.report(), console);
        ClassPath classPath = classPath();
        try (Progress progress = progress().start();
                LazyMaven maven = new LazyMaven(mavenOptions(), progress)) {
            String method = command.runArguments().dumpIr();
            return method == null
                    ? scan(targets, classPath, maven, progress)
                    : dumpIr(method, classPath, maven, progress);
        }
    }

    private int dumpIr(String method, ClassPath classPath, LazyMaven maven, Progress progress)
            throws UserException, IOException, InterruptedException {
        try (Inputs inputs = new Inputs(inputOptions(), console.workingDirectory(), console.in(), maven)) {
            for (String input : command.inputs()) {
                inputs.add(input);
            }
            return new IrDump(parts, console, messages, command.runArguments().dumpFormat())
                    .print(method, inputs, classPath, threads(), progress);
        }
    }

    private int scan(ReportTargets targets, ClassPath classPath, LazyMaven maven, Progress progress)
            throws UserException, IOException, InterruptedException {
        ReportArguments report = command.report();
        Echo echo = new Echo(progress, messages, !targets.isForPeople(), report.isVerbose());
        ScanRequest.Builder request = ScanRequest.builder()
                .inputs(command.inputs())
                .inputOptions(inputOptions())
                .workingDirectory(console.workingDirectory())
                .standardInput(console.in())
                .artifacts(maven)
                .classPath(classPath)
                .models(command.types().models().stream().map(console::resolve).toList())
                .select(command.rules().selected())
                .ignore(command.rules().ignored())
                .failOn(command.rules().failOn())
                .threads(command.runArguments().threads())
                .fileTimeout(Duration.ofSeconds(command.runArguments().fileTimeout()))
                .cache(!command.cache().isOff())
                .cacheDirectory(command.cache().directory(console))
                .environment(console.environment())
                .colour(command.common().color().colours(console.isOutTerminal(), console.environment()))
                .width(console.width())
                .verbosity(
                        report.isQuiet() ? Verbosity.QUIET : report.isVerbose() ? Verbosity.VERBOSE : Verbosity.NORMAL)
                .listener(echo)
                .progress(progress)
                .notes(this::verbose);
        if (targets.mainFile() == null) {
            request.report(targets.main(), console.out(), terminalCharset());
        } else {
            request.report(targets.main(), targets.mainFile());
        }
        targets.others().forEach(target -> request.report(target.format(), target.file()));
        ScanOutcome outcome = new Heed(parts).scan(request.build());
        outcome.warnings().forEach(messages::warning);
        if (!targets.isForPeople()) {
            messages.note(Statistics.summary(outcome.summary()));
        }
        if (report.hasStatistics()) {
            messages.print(Statistics.table(outcome.summary()));
        }
        return outcome.exitCode();
    }

    /** A terminal shows its own charset; files and pipes get UTF-8. */
    private Charset terminalCharset() {
        String name = console.isOutTerminal()
                ? System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"))
                : null;
        return name != null && Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
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
}
