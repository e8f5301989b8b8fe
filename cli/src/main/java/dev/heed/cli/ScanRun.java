package dev.heed.cli;

import dev.heed.ExitCode;
import dev.heed.Heed;
import dev.heed.Parts;
import dev.heed.ScanOutcome;
import dev.heed.ScanRequest;
import dev.heed.UserException;
import dev.heed.input.ClassPath;
import dev.heed.input.Inputs;
import dev.heed.report.ReportContext.Verbosity;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One run of {@code heed scan}: from its options to its exit code. */
final class ScanRun {
    private final Parts parts;
    private final Console console;
    private final ScanCommand command;
    private final ScanSetup setup;
    private final Messages messages;

    ScanRun(Parts parts, Console console, ScanCommand command) throws UserException {
        this.parts = parts;
        this.console = console;
        this.command = command;
        this.setup = new ScanSetup(console, command);
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
        check(command.ignore());
        ReportTargets targets = ReportTargets.of(command.report(), console);
        ClassPath classPath = setup.classPath();
        try (Progress progress = progress().start();
                LazyMaven maven = setup.maven(progress)) {
            String method = command.dump().dumpIr();
            return method == null
                    ? scan(targets, classPath, maven, progress)
                    : dumpIr(method, classPath, maven, progress);
        }
    }

    private int dumpIr(String method, ClassPath classPath, LazyMaven maven, Progress progress)
            throws UserException, IOException, InterruptedException {
        try (Inputs inputs = new Inputs(setup.inputOptions(), console.workingDirectory(), console.in(), maven)) {
            for (String input : command.inputs()) {
                inputs.add(input);
            }
            return new IrDump(parts, console, messages, command.dump().dumpFormat())
                    .print(method, inputs, classPath, setup.threads(), progress);
        }
    }

    private int scan(ReportTargets targets, ClassPath classPath, LazyMaven maven, Progress progress)
            throws UserException, IOException, InterruptedException {
        ReportArguments report = command.report();
        Echo echo = new Echo(progress, messages, !targets.isForPeople(), report.isVerbose());
        ScanRequest.Builder request = setup.request(classPath, maven, progress)
                .colour(command.common().color().colours(console.isOutTerminal(), console.environment()))
                .width(console.width())
                .verbosity(
                        report.isQuiet() ? Verbosity.QUIET : report.isVerbose() ? Verbosity.VERBOSE : Verbosity.NORMAL)
                .listener(echo)
                .since(report.since())
                .notes(this::verbose);
        String baseline = command.report().baseline();
        if (baseline != null) {
            request.baseline(BaselineCommand.read(console.resolve(baseline)));
        }
        boolean areWritten = true;
        if (command.ignore().isAddIgnore()) {
            String reason = command.ignore().reason();
            areWritten =
                    new IgnoreRun(new Heed(parts), messages).run(request.build(), reason == null ? "TODO" : reason);
        }
        if (targets.mainFile() == null) {
            request.report(targets.main(), console.out(), terminalCharset());
        } else {
            request.report(targets.main(), targets.mainFile());
        }
        targets.others().forEach(target -> request.report(target.format(), target.file()));
        ScanOutcome outcome = new Heed(parts).scan(request.build());
        outcome.warnings().forEach(messages::warning);
        tell(outcome.comparison());
        tellUnchanged(outcome.unchanged());
        if (outcome.summary().parts() > 1 && !report.isVerbose()) {
            messages.note("The heap is too small for all files at once: they were scanned in "
                    + outcome.summary().parts()
                    + " parts, and findings across parts may be missing; --verbose says more.");
        }
        if (!targets.isForPeople()) {
            messages.note(Statistics.summary(outcome.summary()));
        }
        if (report.hasStatistics()) {
            messages.print(Statistics.table(outcome.summary()));
        }
        return areWritten ? outcome.exitCode() : ExitCode.INCOMPLETE;
    }

    private void check(IgnoreArguments ignore) throws UserException {
        if (ignore.reason() != null && !ignore.isAddIgnore()) {
            throw new UserException("--reason is what --add-ignore writes; there is nothing to write without it.");
        } else if (ignore.isAddIgnore() && command.report().since() != null) {
            // The comments themselves are changes: with them, other findings would have changed lines on their paths.
            throw new UserException("--add-ignore changes the lines that --since asks for; leave one out.");
        } else if (ignore.isAddIgnore() && command.inputs().contains("-")) {
            throw new UserException("--add-ignore writes into files on disk; standard input is none.");
        }
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

    private Progress progress() {
        return new Progress(
                console.err(), console.isErrTerminal(), command.report().isQuiet());
    }

    private void tellUnchanged(int count) {
        if (count > 0) {
            messages.note((count == 1 ? "1 finding is" : count + " findings are")
                    + " not told: nothing has changed there since "
                    + command.report().since() + ".");
        }
    }

    private void tell(ScanOutcome.@Nullable Comparison comparison) {
        int gone = comparison == null ? 0 : comparison.gone().size();
        if (gone > 0) {
            messages.note((gone == 1 ? "1 finding of the baseline is" : gone + " findings of the baseline are")
                    + " no longer there; \"heed baseline update\" takes "
                    + (gone == 1 ? "it" : "them") + " out.");
        }
    }
}
