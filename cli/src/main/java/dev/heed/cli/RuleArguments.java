package dev.heed.cli;

import dev.heed.FailOn;
import dev.heed.engine.rule.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options of {@code heed scan} that say what is looked for, and what counts. */
final class RuleArguments {

    @Option(
            names = "--select",
            paramLabel = "RULE",
            split = ",",
            description = "Only these rules or families (swallowed, reraise, cleanup, diagnosis, propagation).")
    private List<String> selected = new ArrayList<>();

    @Option(names = "--ignore", paramLabel = "RULE", split = ",", description = "Not these rules or families.")
    private List<String> ignored = new ArrayList<>();

    @Option(
            names = "--confidence",
            paramLabel = "CLASS",
            completionCandidates = Confidences.class,
            converter = Confidences.class,
            description = "How sure Heed must be: proved (each fact on the path is known) or likely (one assumption,"
                    + " named in the message). [likely]")
    private Finding.@Nullable Confidence confidence;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            description = "The least level of a finding that makes the exit code 1: ${COMPLETION-CANDIDATES}. [note]")
    private @Nullable FailOn failOn;

    @Option(names = "--exit-zero", description = "Findings do not change the exit code: short for --fail-on never.")
    private boolean isExitZero;

    List<String> selected() {
        return selected;
    }

    List<String> ignored() {
        return ignored;
    }

    /** Null if the user did not say. */
    Finding.@Nullable Confidence confidence() {
        return confidence;
    }

    /** The classes of confidence as they are written. */
    static final class Confidences implements ITypeConverter<Finding.Confidence>, Iterable<String> {
        @Override
        public Finding.Confidence convert(String value) {
            for (Finding.Confidence confidence : Finding.Confidence.values()) {
                if (confidence.id().equals(value)) {
                    return confidence;
                }
            }
            throw new TypeConversionException("it is " + String.join(" or ", ids()) + ", not \"" + value + "\"");
        }

        @Override
        public Iterator<String> iterator() {
            return ids().iterator();
        }

        private static List<String> ids() {
            return Arrays.stream(Finding.Confidence.values())
                    .map(Finding.Confidence::id)
                    .toList();
        }
    }

    /** Null if the user did not say. */
    @Nullable
    FailOn failOn() {
        return isExitZero ? FailOn.NEVER : failOn;
    }
}
