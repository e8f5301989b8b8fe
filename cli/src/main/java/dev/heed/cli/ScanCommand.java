package dev.heed.cli;

import dev.heed.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code heed scan}. */
@Command(
        name = "scan",
        header = "Find code that swallows, forgets or misreports a cancellation.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "heed scan [OPTION]... [INPUT]...",
        optionListHeading = "%nGeneral:%n",
        parameterListHeading = "%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no findings",
            "1:findings",
            "2:wrong usage or configuration, or an internal error",
            "3:some input could not be analyzed; findings are shown all the same",
            "130:interrupted by Ctrl-C"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  heed scan                                     this directory",
            "  heed scan src/main/java -cp 'lib/*'           with the types of libraries",
            "  heed scan maven:org.apache.kafka:kafka-clients:3.9.0",
            "  heed scan lib-sources.jar --select swallowed  one family of rules",
            "  heed scan --report sarif:heed.sarif --exit-zero",
            "  heed scan - --stdin-filename A.java < A.java"
        },
        sortOptions = false)
final class ScanCommand implements Callable<Integer>, ScanOptions {
    private final Parts parts;
    private final Console console;

    @Parameters(
            paramLabel = "INPUT",
            arity = "0..*",
            description = {
                "What to scan: a file, a directory, a jar or zip with sources, - for standard input, or",
                "maven:GROUP:ARTIFACT:VERSION. [.]"
            })
    private List<String> inputs = new ArrayList<>();

    @ArgGroup(validate = false, heading = "%nInput:%n", order = 1)
    private InputArguments input = new InputArguments();

    @ArgGroup(validate = false, heading = "%nTypes and models:%n", order = 2)
    private TypeArguments types = new TypeArguments();

    @ArgGroup(validate = false, heading = "%nRules:%n", order = 3)
    private RuleArguments rules = new RuleArguments();

    @ArgGroup(validate = false, heading = "%nReports:%n", order = 4)
    private ReportArguments report = new ReportArguments();

    @ArgGroup(validate = false, heading = "%nRun:%n", order = 5)
    private RunArguments run = new RunArguments();

    @ArgGroup(validate = false, heading = "%nCache:%n", order = 6)
    private CacheArguments cache = new CacheArguments();

    @ArgGroup(validate = false, heading = "%nSuppressions:%n", order = 7)
    private IgnoreArguments ignore = new IgnoreArguments();

    @ArgGroup(validate = false, heading = "%nFor a look inside:%n", order = 8)
    private DumpArguments dump = new DumpArguments();

    @Mixin
    private CommonOptions common = new CommonOptions();

    ScanCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        return new ScanRun(parts, console, this).run();
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

    ReportArguments report() {
        return report;
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

    IgnoreArguments ignore() {
        return ignore;
    }

    DumpArguments dump() {
        return dump;
    }
}
