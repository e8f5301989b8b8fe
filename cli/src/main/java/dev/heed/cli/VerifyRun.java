package dev.heed.cli;

import dev.heed.ExitCode;
import dev.heed.FailOn;
import dev.heed.Heed;
import dev.heed.Parts;
import dev.heed.RuleSelection;
import dev.heed.ScanOutcome;
import dev.heed.ScanRequest;
import dev.heed.UserException;
import dev.heed.cli.verify.Flagged;
import dev.heed.cli.verify.HtmlPage;
import dev.heed.cli.verify.JsonVerdicts;
import dev.heed.cli.verify.SarifException;
import dev.heed.cli.verify.SarifFindings;
import dev.heed.cli.verify.SarifVerdicts;
import dev.heed.cli.verify.Skeletons;
import dev.heed.cli.verify.TextVerdicts;
import dev.heed.cli.verify.Verified;
import dev.heed.engine.rule.Level;
import dev.heed.report.ReportException;
import dev.heed.report.ReportFile;
import dev.heed.report.ReportFormat;
import dev.heed.verify.check.Answer;
import dev.heed.verify.check.Evidence;
import dev.heed.verify.check.Obstacle;
import dev.heed.verify.check.Question;
import dev.heed.verify.check.Verdict;
import dev.heed.verify.code.CodeIndex;
import dev.heed.verify.code.Located;
import dev.heed.verify.code.Locator;
import dev.heed.verify.fork.Bounds;
import dev.heed.verify.fork.ForkException;
import dev.heed.verify.fork.Forks;
import dev.heed.verify.fork.Scratch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
        if (!VerdictFormats.ALL.contains(format)) {
            String known = VerdictFormats.ALL.stream().map(ReportFormat::id).collect(Collectors.joining(", "));
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
        List<Flagged> flagged = selected(findings.findings());
        List<Located> located = locate(flagged, code, bounds);
        long runnable = located.stream().filter(Located.Ready.class::isInstance).count();
        if (runnable > 0 && !new Consent(console, command.verify().isYes()).isGiven(runnable, code.classes())) {
            messages.error("Nothing was run.", null);
            return ExitCode.ERROR;
        }
        Answers answers = new Answers(flagged, located, targets);
        try {
            answers.ask(new Forks(code.classes(), code.libraries(), bounds));
        } catch (ForkException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        }
        int exitCode = exitCode(answers.all);
        report(log, answers.all, exitCode, targets);
        skeletons(answers.all, located);
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

    private List<Located> locate(List<Flagged> flagged, VerifyClasses code, Bounds bounds) throws UserException {
        Set<String> sources = new TreeSet<>();
        for (Flagged one : flagged) {
            sources.add(one.claim().lines().fileName());
            one.claim().steps().forEach(step -> sources.add(step.fileName()));
        }
        try {
            CodeIndex index = CodeIndex.of(code.classes(), sources);
            for (String file : index.unreadable()) {
                messages.warning("The class file " + file + " cannot be read.");
            }
            Locator locator = new Locator(index, Evidence.load(), bounds.time());
            return flagged.stream().map(one -> locator.locate(one.claim())).toList();
        } catch (IOException e) {
            throw new UserException("The classes cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** Asks, and shows what comes as it comes. */
    private final class Answers {
        private final List<Flagged> flagged;
        private final List<Located> located;
        private final @Nullable TextVerdicts text;
        private final List<Verified> all = new ArrayList<>();

        Answers(List<Flagged> flagged, List<Located> located, ReportTargets targets) {
            this.flagged = flagged;
            this.located = located;
            this.text = targets.isForPeople() ? text(targets.main(), true) : null;
        }

        void ask(Forks forks) throws ForkException, InterruptedException, IOException {
            List<Question> questions = new ArrayList<>();
            for (Located one : located) {
                if (one instanceof Located.Ready ready) {
                    questions.add(ready.question());
                }
            }
            unasked();
            forks.ask(questions, command.verify().forks(), (answer, millis) -> {
                add(answer, millis);
                unasked();
            });
        }

        /** Those that need no run, up to the next one that does. */
        private void unasked() {
            while (all.size() < located.size() && located.get(all.size()) instanceof Located.Unknown unknown) {
                add(unknown.answer(), 0);
            }
        }

        private void add(Answer answer, long millis) {
            Verified verified = new Verified(flagged.get(all.size()), answer, millis);
            all.add(verified);
            if (text != null) {
                try {
                    Output.print(console, text.of(verified));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        }
    }

    private TextVerdicts text(ReportFormat format, boolean isOnScreen) {
        boolean isColoured =
                isOnScreen && command.common().color().colours(console.isOutTerminal(), console.environment());
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

    private void report(Path log, List<Verified> all, int exitCode, ReportTargets targets)
            throws UserException, IOException {
        Path mainFile = targets.mainFile();
        if (mainFile != null) {
            write(targets.main(), mainFile, log, all, exitCode);
        } else if (!targets.main().forPeople()) {
            write(targets.main(), console.out(), log, all, exitCode);
            console.out().flush();
        } else if (!command.report().isQuiet()) {
            Output.print(console, TextVerdicts.end(all));
        }
        for (ReportTargets.Target target : targets.others()) {
            write(target.format(), target.file(), log, all, exitCode);
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

    private void write(ReportFormat format, Path path, Path log, List<Verified> all, int exitCode)
            throws UserException, IOException {
        try (ReportFile file = ReportFile.open(path)) {
            write(format, file.stream(), log, all, exitCode);
            file.commit();
        } catch (ReportException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        }
    }

    private void write(ReportFormat format, OutputStream out, Path log, List<Verified> all, int exitCode)
            throws IOException {
        switch (format) {
            case JSON -> JsonVerdicts.write(all, exitCode, out);
            case SARIF -> new SarifVerdicts(all).copy(log, out);
            case HTML -> HtmlPage.copy(Objects.requireNonNull(page), all, out);
            default -> {
                TextVerdicts text = text(format, false);
                StringBuilder lines = new StringBuilder();
                all.forEach(one -> lines.append(text.of(one)));
                lines.append(TextVerdicts.end(all));
                out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void skeletons(List<Verified> all, List<Located> located) throws UserException, IOException {
        String directory = command.verify().scenario();
        if (directory == null) {
            return;
        }
        Skeletons skeletons = new Skeletons(console.resolve(directory));
        for (int i = 0; i < all.size(); i++) {
            Obstacle obstacle = all.get(i).answer().obstacle();
            boolean isMissed = obstacle == Obstacle.NOT_REACHED || obstacle == Obstacle.NOT_DRIVEN;
            if (isMissed && located.get(i) instanceof Located.Ready ready) {
                skeletons.add(all.get(i), ready.question());
            }
        }
        skeletons.write().forEach(messages::note);
    }
}
