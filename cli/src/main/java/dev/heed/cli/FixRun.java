package dev.heed.cli;

import dev.heed.ExitCode;
import dev.heed.FailOn;
import dev.heed.FixOutcome;
import dev.heed.Heed;
import dev.heed.Parts;
import dev.heed.ScanRequest;
import dev.heed.UserException;
import dev.heed.engine.fix.FixResult;
import dev.heed.engine.fix.Fixer;
import dev.heed.engine.fix.Proof;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.source.SourceException;
import dev.heed.execution.ExecutedProof;
import dev.heed.input.FixedFile;
import dev.heed.verify.fork.Javac;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run of {@code heed fix}: from its options to its exit code. */
final class FixRun {
    private final Parts parts;
    private final Console console;
    private final FixCommand command;
    private final FixArguments options;
    private final Messages messages;
    private final FixReport report;
    private final ScanSetup setup;
    private @Nullable ExecutedProof proof;
    private boolean hasFailed;

    FixRun(Parts parts, Console console, FixCommand command) throws UserException {
        this.parts = parts;
        this.console = console;
        this.command = command;
        options = command.fixes();
        messages = new Messages(console, command.common(), options.isQuiet());
        report = new FixReport(messages, options);
        setup = new ScanSetup(console, command);
    }

    /**
     * Runs.
     *
     * @return the exit code
     * @throws UserException if the options cannot be carried out
     * @throws InterruptedException if the thread is interrupted; each file is then either as it was, or fixed
     */
    int run() throws UserException, IOException, InterruptedException {
        boolean isStandardInput = command.inputs().contains("-");
        byte[] given = isStandardInput
                ? console.in().readNBytes(setup.inputOptions().maxFileSize().bytes() + 1)
                : new byte[0];
        Optional<VerifyClasses> code = code();
        if (code.isPresent() && !isAllowed(code.get())) {
            messages.error("Nothing was run.", null);
            return ExitCode.ERROR;
        }
        FixOutcome outcome = fix(given, code);
        outcome.notifications().stream()
                .filter(one -> options.isVerbose() || one.kind() != Notification.Kind.INFO)
                .forEach(messages::notification);
        outcome.notifications().forEach(one -> messages.trace(one.cause()));
        outcome.warnings().forEach(messages::warning);
        boolean isPrinted = isStandardInput && !options.isDiff();
        if (options.isWrite()) {
            write(outcome.files());
        } else if (isPrinted) {
            print(given, outcome.files());
        } else {
            diff(outcome.files());
        }
        report.tell(outcome, options.isWrite() || isPrinted, proof);
        if (hasFailed || outcome.isIncomplete() || (proof != null && proof.isIncomplete())) {
            return ExitCode.INCOMPLETE;
        }
        FailOn least = setup.failOn();
        FixResult result = outcome.result();
        Stream<Finding> open = options.isWrite() || isPrinted
                ? result.remaining().stream().map(FixResult.Remaining::original)
                : Stream.concat(
                        result.applied().stream().map(FixResult.Applied::finding), result.mendedAlong().stream());
        return open.anyMatch(finding -> least.fails(finding.level())) ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }

    /** What is run; nothing without {@code --verify}. */
    private Optional<VerifyClasses> code() throws UserException {
        if (!options.isVerify()) {
            return Optional.empty();
        }
        try (Progress progress = progress().start();
                LazyMaven maven = setup.maven(progress)) {
            return Optional.of(VerifyClasses.of(command, command.code(), console, maven));
        }
    }

    private boolean isAllowed(VerifyClasses code) throws UserException, IOException {
        code.warnings().forEach(messages::warning);
        if (!new Javac(VerifyBounds.of(command.code(), console)).isThere()) {
            throw new UserException(
                    "There is no javac beside java: name a Java installation that has one with --java.");
        }
        return new Consent(console, command.code().isYes()).isGiven("each finding that has a fix", code.classes());
    }

    private Progress progress() {
        return new Progress(console.err(), console.isErrTerminal(), options.isQuiet());
    }

    private FixOutcome fix(byte[] given, Optional<VerifyClasses> code)
            throws UserException, IOException, InterruptedException {
        try (Progress progress = progress().start();
                LazyMaven maven = setup.maven(progress)) {
            ScanRequest.Builder request = setup.request(setup.classPath(), maven, progress)
                    .standardInput(new ByteArrayInputStream(given))
                    .cache(false)
                    .since(options.since());
            String baseline = options.baseline();
            if (baseline != null) {
                request.baseline(BaselineCommand.read(console.resolve(baseline)));
            }
            if (code.isPresent()) {
                VerifyClasses known = code.get();
                request.inputs(known.inputs()).classPath(known.types(console));
                proof = new ExecutedProof(
                        known.classes(),
                        known.libraries(),
                        VerifyBounds.of(command.code(), console),
                        command.code().forks(),
                        progress::doing);
            }
            Proof last = proof == null ? Proof.NONE : proof;
            return new Heed(parts).fix(request.build(), new Fixer.Settings(options.isUnsafe(), last, progress::doing));
        } catch (ExecutedProof.BrokenException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        }
    }

    private void write(List<FixOutcome.Fixed> files) throws InterruptedException {
        for (FixOutcome.Fixed one : files) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            try {
                FixedFile file = usable(one);
                if (file != null) {
                    file.write();
                    report.written(one.change().file().path());
                }
            } catch (IOException e) {
                failed(one, e);
            }
        }
    }

    private @Nullable FixedFile usable(FixOutcome.Fixed one) {
        if (one.file() == null) {
            failed(one, new IOException(one.problem()));
        }
        return one.file();
    }

    private void failed(FixOutcome.Fixed one, IOException problem) {
        hasFailed = true;
        String path = one.change().file().path();
        report.failed(path);
        messages.unwritten(path, problem);
    }

    private void print(byte[] given, List<FixOutcome.Fixed> files) throws IOException {
        byte[] text = given;
        for (FixOutcome.Fixed one : files) {
            FixedFile file = usable(one);
            text = file == null ? given : file.bytes();
        }
        OutputStream out = console.out();
        out.write(text);
        out.flush();
    }

    private void diff(List<FixOutcome.Fixed> files) throws IOException {
        FixPatch patch = new FixPatch(console, command.common().color());
        for (FixOutcome.Fixed one : files) {
            try {
                FixedFile file = usable(one);
                if (file != null) {
                    patch.print(file);
                }
            } catch (SourceException e) {
                failed(one, e);
            }
        }
    }
}
