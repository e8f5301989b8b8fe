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
import dev.heed.input.FixedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
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
        FixOutcome outcome = fix(given);
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
        report.tell(outcome, options.isWrite() || isPrinted);
        if (hasFailed || outcome.isIncomplete()) {
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

    private FixOutcome fix(byte[] given) throws UserException, IOException, InterruptedException {
        try (Progress progress = new Progress(console.err(), console.isErrTerminal(), options.isQuiet()).start();
                LazyMaven maven = setup.maven(progress)) {
            ScanRequest request = setup.request(setup.classPath(), maven, progress)
                    .standardInput(new ByteArrayInputStream(given))
                    .cache(false)
                    .since(options.since())
                    .build();
            return new Heed(parts).fix(request, new Fixer.Settings(options.isUnsafe(), Proof.NONE, progress::doing));
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
        messages.notification(Notification.incomplete(path, null, sentence(problem)));
        messages.trace(problem);
    }

    private static String sentence(IOException problem) {
        String text = String.valueOf(problem.getMessage());
        return text.endsWith(".") ? text : "The file could not be written: " + text + ".";
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
                    patch.print(file, one.change());
                }
            } catch (SourceException e) {
                failed(one, e);
            }
        }
    }
}
