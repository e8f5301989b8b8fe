package dev.heed.cli;

import dev.heed.ExitCode;
import dev.heed.Heed;
import dev.heed.Parts;
import dev.heed.ScanOutcome;
import dev.heed.UserException;
import dev.heed.input.ClassPath;
import dev.heed.report.Baseline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands of {@code heed baseline} that scan. */
abstract sealed class BaselineScan implements Callable<Integer>, ScanOptions {
    private final Parts parts;
    final Console console;

    @Parameters(
            paramLabel = "INPUT",
            arity = "0..*",
            description = "What to scan, the same as for the scans that are to use the baseline. [.]")
    private List<String> inputs = new ArrayList<>();

    @ArgGroup(validate = false, heading = "%nInput:%n", order = 1)
    private InputArguments input = new InputArguments();

    @ArgGroup(validate = false, heading = "%nTypes and models:%n", order = 2)
    private TypeArguments types = new TypeArguments();

    @ArgGroup(validate = false, heading = "%nRules:%n", order = 3)
    private RuleArguments rules = new RuleArguments();

    @ArgGroup(validate = false, heading = "%nRun:%n", order = 4)
    private RunArguments run = new RunArguments();

    @ArgGroup(validate = false, heading = "%nCache:%n", order = 5)
    private CacheArguments cache = new CacheArguments();

    @Mixin
    private CommonOptions common = new CommonOptions();

    BaselineScan(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    /** Compares what there is with what is known. */
    ScanOutcome.Comparison scan(Baseline known, Messages messages)
            throws UserException, IOException, InterruptedException {
        ScanSetup setup = new ScanSetup(console, this);
        ClassPath classPath = setup.classPath();
        try (Progress progress = new Progress(console.err(), console.isErrTerminal(), false).start();
                LazyMaven maven = setup.maven(progress)) {
            ScanOutcome outcome = new Heed(parts)
                    .scan(setup.request(classPath, maven, progress)
                            .baseline(known)
                            .listener(new Echo(progress, messages, true, false))
                            .build());
            outcome.warnings().forEach(messages::warning);
            ScanOutcome.Comparison comparison = outcome.comparison();
            if (comparison == null || outcome.exitCode() == ExitCode.INCOMPLETE) {
                throw new UserException(
                        "The baseline is not written: the scan is incomplete, and findings would be missing."
                                + " See above what could not be analyzed, or leave it out with --exclude.");
            }
            return comparison;
        }
    }

    static String count(int n) {
        return n + (n == 1 ? " finding" : " findings");
    }

    @Override
    public List<String> inputs() {
        return inputs.isEmpty() ? List.of(".") : inputs;
    }

    @Override
    public InputArguments input() {
        return input;
    }

    @Override
    public TypeArguments types() {
        return types;
    }

    @Override
    public RuleArguments rules() {
        return rules;
    }

    @Override
    public RunArguments runArguments() {
        return run;
    }

    @Override
    public CacheArguments cache() {
        return cache;
    }

    @Override
    public CommonOptions common() {
        return common;
    }

    /** {@code heed baseline create}. */
    @Command(
            name = "create",
            header = "Scan, and write down all that is found: later scans tell only what is new.",
            synopsisHeading = "%nUsage: ",
            customSynopsis = "heed baseline create [OPTION]... [INPUT]...",
            optionListHeading = "%nGeneral:%n",
            parameterListHeading = "%n",
            sortOptions = false)
    static final class Create extends BaselineScan {

        @Option(
                names = {"-o", "--output"},
                paramLabel = "FILE",
                defaultValue = BaselineCommand.DEFAULT_FILE,
                description = "Where it is written. [" + BaselineCommand.DEFAULT_FILE + "]")
        private String output = BaselineCommand.DEFAULT_FILE;

        @Option(names = "--force", description = "Also if there is one already.")
        private boolean isForced;

        Create(Parts parts, Console console) {
            super(parts, console);
        }

        @Override
        public Integer call() throws UserException, IOException, InterruptedException {
            Path file = console.resolve(output);
            if (!isForced && Files.exists(file)) {
                throw new UserException(
                        "There is a file '" + output
                                + "' already. Bring it up to date with \"heed baseline update\", or write it anew with --force.");
            }
            Messages messages = new Messages(console, common(), false);
            ScanOutcome.Comparison found = scan(new Baseline(List.of()), messages);
            BaselineCommand.write(new Baseline(found.fresh()), file);
            messages.note("Wrote " + count(found.fresh().size()) + " to " + output + ". Scan with --baseline " + output
                    + " to be told of new ones only.");
            return ExitCode.CLEAN;
        }
    }

    /** {@code heed baseline update}. */
    @Command(
            name = "update",
            header = "Scan, and take out of a baseline what is no longer there.",
            synopsisHeading = "%nUsage: ",
            customSynopsis = "heed baseline update [OPTION]... [INPUT]...",
            optionListHeading = "%nGeneral:%n",
            parameterListHeading = "%n",
            sortOptions = false)
    static final class Update extends BaselineScan {

        @Option(
                names = "--baseline",
                paramLabel = "FILE",
                defaultValue = BaselineCommand.DEFAULT_FILE,
                description = "The baseline. [" + BaselineCommand.DEFAULT_FILE + "]")
        private String baseline = BaselineCommand.DEFAULT_FILE;

        @Option(names = "--add", description = "Also put in what is new.")
        private boolean adds;

        Update(Parts parts, Console console) {
            super(parts, console);
        }

        @Override
        public Integer call() throws UserException, IOException, InterruptedException {
            Path file = console.resolve(baseline);
            Messages messages = new Messages(console, common(), false);
            ScanOutcome.Comparison compared = scan(BaselineCommand.read(file), messages);
            List<Baseline.Entry> entries = new ArrayList<>(compared.known());
            entries.addAll(compared.elsewhere());
            if (adds) {
                entries.addAll(compared.fresh());
            }
            BaselineCommand.write(new Baseline(entries), file);
            int fresh = compared.fresh().size();
            messages.note("Wrote " + baseline + ": took out "
                    + count(compared.gone().size()) + ", "
                    + (adds ? "put in " + fresh : "left " + fresh + " new " + (fresh == 1 ? "one" : "ones") + " out")
                    + ", "
                    + entries.size() + " known.");
            return ExitCode.CLEAN;
        }
    }
}
