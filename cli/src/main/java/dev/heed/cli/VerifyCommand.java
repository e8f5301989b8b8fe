package dev.heed.cli;

import dev.heed.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code heed verify}. */
@Command(
        name = "verify",
        header = "Run the code of each finding with a cancellation delivered there, and say whether it shows.",
        description = {
            "%nThis RUNS the code under test, in JVMs of their own, with values made up for it. There is no sandbox: what"
                    + " the code does to files, to other processes and over the network, it does. Home and temporary"
                    + " directory are empty ones, and the environment is nearly empty.",
            "%nEach finding becomes confirmed (with a witness), not reproduced (the cancellation was delivered there, and"
                    + " nothing failed), or unconfirmed (with the reason)."
        },
        synopsisHeading = "%nUsage: ",
        customSynopsis = "heed verify [OPTION]... [INPUT]...",
        optionListHeading = "%nGeneral:%n",
        parameterListHeading = "%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no finding is confirmed",
            "1:a finding is confirmed",
            "2:wrong usage or configuration, the question was answered with no, or an internal error",
            "3:classes are missing, or were not compiled from these sources, or the scan is incomplete",
            "130:interrupted by Ctrl-C"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  heed verify .                                 a Maven module that is compiled",
            "  heed verify src --classes build/classes -cp 'lib/*'",
            "  heed verify --findings heed.sarif --classes app.jar --report sarif:verified.sarif",
            "  heed verify maven:com.zaxxer:HikariCP:5.1.0 --yes",
            "  heed verify . --scenario src/test/java        tests to fill in for what could not be driven"
        },
        sortOptions = false)
final class VerifyCommand implements Callable<Integer>, ScanOptions {
    private final Parts parts;
    private final Console console;

    @Parameters(
            paramLabel = "INPUT",
            arity = "0..*",
            description = {
                "What to scan and run: a Maven module or project (its directory), or maven:GROUP:ARTIFACT:VERSION;",
                "with --classes any input of heed scan. [.]"
            })
    private List<String> inputs = new ArrayList<>();

    @ArgGroup(validate = false, heading = "%nWhat is run, and how far:%n", order = 1)
    private VerifyArguments verify = new VerifyArguments();

    @ArgGroup(validate = false, heading = "%nTypes, models, and the class path of the code:%n", order = 2)
    private TypeArguments types = new TypeArguments();

    @ArgGroup(validate = false, heading = "%nInput of the scan:%n", order = 3)
    private InputArguments input = new InputArguments();

    @ArgGroup(validate = false, heading = "%nRules:%n", order = 4)
    private RuleArguments rules = new RuleArguments();

    @ArgGroup(validate = false, heading = "%nReports:%n", order = 5)
    private VerifyReportArguments report = new VerifyReportArguments();

    @ArgGroup(validate = false, heading = "%nRun of the scan:%n", order = 6)
    private RunArguments run = new RunArguments();

    @ArgGroup(validate = false, heading = "%nCache of the scan:%n", order = 7)
    private CacheArguments cache = new CacheArguments();

    @Mixin
    private CommonOptions common = new CommonOptions();

    VerifyCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        return verify.testdata() == null
                ? new VerifyRun(parts, console, this).run()
                : new VerifyTestdata(console, this).run();
    }

    @Override
    public List<String> inputs() {
        return inputs.isEmpty() ? List.of(".") : inputs;
    }

    VerifyArguments verify() {
        return verify;
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

    VerifyReportArguments report() {
        return report;
    }
}
