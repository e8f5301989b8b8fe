package dev.heed.cli;

import dev.heed.Parts;
import dev.heed.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code heed fix}. */
@Command(
        name = "fix",
        header = "Fix what heed scan finds, where the fix fits the place.",
        synopsisHeading = "%nUsage: ",
        customSynopsis = "heed fix [OPTION]... [INPUT]...",
        optionListHeading = "%nGeneral:%n",
        parameterListHeading = "%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:there is nothing to fix; with --write, no finding remains",
            "1:there is something to fix; with --write, findings remain",
            "2:wrong usage or configuration, or an internal error",
            "3:some input could not be analyzed, or not be run for lack of its classes, or some file not be written",
            "130:interrupted by Ctrl-C; nothing was written, or not all"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  heed fix src/main/java                        what would change",
            "  heed fix src/main/java -cp 'lib/*' | git apply",
            "  heed fix --write --unsafe --select swallowed",
            "  heed fix --verify --write                     only what running the compiled module proves",
            "  heed fix lib-sources.jar > lib.patch",
            "  heed fix - --stdin-filename A.java < A.java   the fixed file"
        },
        sortOptions = false)
final class FixCommand implements Callable<Integer>, ScanOptions {
    private final Parts parts;
    private final Console console;

    @Parameters(
            paramLabel = "INPUT",
            arity = "0..*",
            description = {
                "What to fix: a file, a directory, or - for standard input, which is printed with its fixes. A jar with",
                "sources, or maven:GROUP:ARTIFACT:VERSION, for a diff only. [.]"
            })
    private List<String> inputs = new ArrayList<>();

    @ArgGroup(validate = false, heading = "%nFixes:%n", order = 1)
    private FixArguments fixes = new FixArguments();

    @ArgGroup(validate = false, heading = "%nWith --verify:%n", order = 2)
    private CodeArguments code = new CodeArguments();

    @ArgGroup(validate = false, heading = "%nInput:%n", order = 3)
    private InputArguments input = new InputArguments();

    @ArgGroup(validate = false, heading = "%nTypes and models:%n", order = 4)
    private TypeArguments types = new TypeArguments();

    @ArgGroup(validate = false, heading = "%nRules:%n", order = 5)
    private RuleArguments rules = new RuleArguments();

    @ArgGroup(validate = false, heading = "%nRun:%n", order = 6)
    private RunArguments run = new RunArguments();

    @Mixin
    private CommonOptions common = new CommonOptions();

    FixCommand(Parts parts, Console console) {
        this.parts = parts;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (fixes.isDiff() && fixes.isWrite()) {
            throw new UserException("--diff writes nothing: leave out either it or --write.");
        } else if (inputs.contains("-") && (inputs.size() > 1 || fixes.isWrite())) {
            throw new UserException("Standard input is fixed alone, without --write: its fixed text is printed.");
        } else if (fixes.isVerify() && inputs.contains("-")) {
            throw new UserException("--verify takes files that classes were compiled from, not standard input.");
        } else if (!fixes.isVerify() && !code.classes().isEmpty()) {
            throw new UserException("--classes goes with --verify.");
        }
        return new FixRun(parts, console, this).run();
    }

    @Override
    public List<String> inputs() {
        return inputs.isEmpty() ? List.of(".") : inputs;
    }

    FixArguments fixes() {
        return fixes;
    }

    CodeArguments code() {
        return code;
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

    /** The cache knows what a scan has told, and nothing of how to go on from there. */
    @Override
    public CacheArguments cache() {
        return new CacheArguments();
    }

    @Override
    public CommonOptions common() {
        return common;
    }
}
