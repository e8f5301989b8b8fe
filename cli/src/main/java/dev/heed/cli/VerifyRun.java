package dev.heed.cli;

import dev.heed.ExitCode;
import dev.heed.FailOn;
import dev.heed.Heed;
import dev.heed.Parts;
import dev.heed.RuleSelection;
import dev.heed.ScanOutcome;
import dev.heed.ScanRequest;
import dev.heed.UserException;
import dev.heed.engine.rule.Level;
import dev.heed.execution.ExecutionCheck;
import dev.heed.execution.Flagged;
import dev.heed.execution.SarifException;
import dev.heed.execution.SarifFindings;
import dev.heed.execution.Skeletons;
import dev.heed.execution.TextVerdicts;
import dev.heed.execution.VerdictReport;
import dev.heed.execution.Verified;
import dev.heed.report.ReportException;
import dev.heed.report.ReportFormat;
import dev.heed.verify.check.Obstacle;
import dev.heed.verify.check.Verdict;
import dev.heed.verify.fork.Bounds;
import dev.heed.verify.fork.ForkException;
import dev.heed.verify.fork.Scratch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One run of {@code heed verify}: from its options to its exit code. */
final class VerifyRun {
    private final Parts parts;
    private final Console console;
    private final VerifyCommand command;
    private final ScanSetup setup;
    private final Messages messages;
    private @Nullable Path page;
    private boolean isIncomplete;

    VerifyRun(Parts parts, Console console, VerifyCommand command) throws UserException {
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
     * @throws InterruptedException if the thread is interrupted; all code that ran has been ended
     */
    int run() throws UserException, IOException, InterruptedException {
        ReportTargets targets = ReportTargets.of(command.report(), console);
        boolean hasPage = check(targets.main());
        for (ReportTargets.Target target : targets.others()) {
            hasPage |= check(target.format());
        }
        Bounds bounds = VerifyBounds.of(command.verify(), console);
        try (Scratch scratch = new Scratch()) {
            Path own = scratch.directory().resolve("scan.sarif");
            page = hasPage ? scratch.directory().resolve("scan.html") : null;
            String given = command.verify().findings();
            Path log = given == null ? own : console.resolve(given);
            VerifyClasses code;
            try (Progress progress = progress().start();
                    LazyMaven maven = setup.maven(progress)) {
                code = VerifyClasses.of(command, command.verify(), console, maven);
                if (given == null) {
                    scan(code, log, maven, progress);
                }
            }
            code.warnings().forEach(messages::warning);
            return verify(log, read(log), code, bounds, targets);
        }
    }

    /** Whether the format is that of the page, for which the sources must be at hand. */
    private boolean check(ReportFormat format) throws UserException {
        if (!VerdictReport.FORMATS.contains(format)) {
            String known = VerdictReport.FORMATS.stream().map(ReportFormat::id).collect(Collectors.joining(", "));
            throw new UserException("heed verify writes " + known + ", not " + format.id() + ".");
        }
        if (format == ReportFormat.HTML && command.verify().findings() != null) {
            throw new UserException("The HTML report shows the code of a scan: leave out --findings.");
        }
        return format == ReportFormat.HTML;
    }

    private Progress progress() {
        return new Progress(
                console.err(), console.isErrTerminal(), command.report().isQuiet());
    }

    /** Scans what belongs to the classes. */
    private void scan(VerifyClasses code, Path log, LazyMaven maven, Progress progress)
            throws UserException, IOException, InterruptedException {
        Echo echo = new Echo(progress, messages, true, command.report().isVerbose());
        ScanRequest.Builder request = setup.request(setup.classPath(), maven, progress)
                .classPath(code.types(console))
                .inputs(code.inputs())
                .listener(echo)
                .report(ReportFormat.SARIF, log);
        if (page != null) {
            request.report(ReportFormat.HTML, page);
        }
        ScanOutcome outcome = new Heed(parts).scan(request.build());
        outcome.warnings().forEach(messages::warning);
        int known =
                outcome.comparison() == null ? 0 : outcome.comparison().known().size();
        if (known > 0) {
            messages.note(
                    BaselineScan.count(known) + (known == 1 ? " is" : " are") + " in the baseline, and left out.");
        }
        isIncomplete = outcome.isIncomplete();
    }

    private SarifFindings read(Path log) throws UserException {
        try {
            return SarifFindings.read(log);
        } catch (SarifException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        }
    }

    private int verify(Path log, SarifFindings findings, VerifyClasses code, Bounds bounds, ReportTargets targets)
            throws UserException, IOException, InterruptedException {
        if (findings.leftOut() > 0) {
            messages.warning(findings.leftOut() + " results have no rule or no place, and are not checked.");
        }
        ExecutionCheck check = check(selected(findings.findings()), code, bounds);
        long runnable = check.runnable();
        if (runnable > 0 && !new Consent(console, command.verify().isYes()).isGiven(runnable, code.classes())) {
            messages.error("Nothing was run.", null);
            return ExitCode.ERROR;
        }
        List<Verified> all = run(check, targets);
        int exitCode = exitCode(all);
        report(new VerdictReport(log, page, all, exitCode), targets);
        skeletons(all, check);
        return exitCode;
    }

    /** A log may hold findings of rules that were not asked for. */
    private List<Flagged> selected(List<Flagged> all) throws UserException {
        Set<String> names = new TreeSet<>();
        RuleSelection.of(
                        parts.rules(),
                        command.rules().selected(),
                        command.rules().ignored())
                .forEach(known -> names.add(known.descriptor().name()));
        return all.stream().filter(one -> names.contains(one.rule())).toList();
    }

    private ExecutionCheck check(List<Flagged> flagged, VerifyClasses code, Bounds bounds) throws UserException {
        try {
            ExecutionCheck check = ExecutionCheck.of(flagged, code.classes(), code.libraries(), bounds);
            for (String file : check.unreadable()) {
                messages.warning("The class file " + file + " cannot be read.");
            }
            return check;
        } catch (IOException e) {
            throw new UserException("The classes cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** Asks, and shows what comes as it comes. */
    private List<Verified> run(ExecutionCheck check, ReportTargets targets)
            throws UserException, IOException, InterruptedException {
        TextVerdicts text = targets.isForPeople() ? text(targets.main()) : null;
        try {
            return check.run(command.verify().forks(), verified -> {
                if (text != null) {
                    print(text.of(verified));
                }
            });
        } catch (ForkException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void print(String text) {
        try {
            Output.print(console, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TextVerdicts text(ReportFormat format) {
        boolean isColoured = command.common().color().colours(console.isOutTerminal(), console.environment());
        return new TextVerdicts(format == ReportFormat.CONCISE, isColoured);
    }

    private int exitCode(List<Verified> all) {
        isIncomplete |= all.stream()
                .map(one -> one.answer().obstacle())
                .anyMatch(obstacle -> obstacle != null && obstacle.isIncomplete());
        FailOn least = setup.failOn();
        boolean fails = all.stream()
                .filter(one -> one.answer().verdict() == Verdict.CONFIRMED)
                .anyMatch(one -> least.fails(level(one.flagged().level())));
        return isIncomplete ? ExitCode.INCOMPLETE : fails ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }

    private static Level level(String id) {
        try {
            return Level.valueOf(id.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Level.NOTE;
        }
    }

    private void report(VerdictReport report, ReportTargets targets) throws UserException, IOException {
        List<Verified> all = report.all();
        Path mainFile = targets.mainFile();
        if (mainFile != null) {
            write(report, targets.main(), mainFile);
        } else if (!targets.main().forPeople()) {
            report.write(targets.main(), console.out());
            console.out().flush();
        } else if (!command.report().isQuiet()) {
            Output.print(console, TextVerdicts.end(all));
        }
        for (ReportTargets.Target target : targets.others()) {
            write(report, target.format(), target.file());
        }
        if (!targets.isForPeople()) {
            messages.note(Verified.summary(all));
        }
        if (command.report().hasStatistics()) {
            for (Verified one : all) {
                messages.print(String.format(
                        Locale.ROOT,
                        "%8.2f  s %s %s",
                        one.millis() / 1000.0,
                        one.answer().verdict().id(),
                        one.flagged().place()));
            }
        }
    }

    private static void write(VerdictReport report, ReportFormat format, Path file) throws UserException, IOException {
        try {
            report.write(format, file);
        } catch (ReportException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        }
    }

    private void skeletons(List<Verified> all, ExecutionCheck check) throws UserException, IOException {
        String directory = command.verify().scenario();
        if (directory == null) {
            return;
        }
        Skeletons skeletons = new Skeletons(console.resolve(directory));
        for (int i = 0; i < all.size(); i++) {
            Verified verified = all.get(i);
            Obstacle obstacle = verified.answer().obstacle();
            if (obstacle == Obstacle.NOT_REACHED || obstacle == Obstacle.NOT_DRIVEN || obstacle == Obstacle.LEFT_OUT) {
                check.question(i).ifPresent(question -> skeletons.add(verified, question));
            }
        }
        skeletons.write().forEach(messages::note);
    }
}
