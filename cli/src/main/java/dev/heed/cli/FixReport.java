package dev.heed.cli;

import dev.heed.FixOutcome;
import dev.heed.engine.fix.FixResult;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Fix;
import dev.heed.execution.ExecutedProof;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells on standard error what was fixed, what was not, and why. */
final class FixReport {
    private static final int MOST_LINES = 20;

    private final Messages messages;
    private final FixArguments options;
    private final Set<String> failed = new HashSet<>();

    FixReport(Messages messages, FixArguments options) {
        this.messages = messages;
        this.options = options;
    }

    /** A file was written. */
    void written(String path) {
        if (options.isVerbose()) {
            messages.note("fixed " + path);
        }
    }

    /** A file is as it was, although it was to change. */
    void failed(String path) {
        failed.add(path);
    }

    /**
     * Tells the end.
     *
     * @param isDone whether the fixes have been made, and not only shown
     * @param proof what has proved them; null if nothing has
     */
    void tell(FixOutcome outcome, boolean isDone, @Nullable ExecutedProof proof) {
        FixResult result = outcome.result();
        if (options.isVerbose()) {
            result.applied()
                    .forEach(one -> messages.note(
                            place(one.finding()) + ": " + one.fix().title() + unsafe(one.fix())));
        }
        if (proof != null) {
            proved(result, proof);
        }
        takenBack(result, proof == null ? "was taken back" : "is left out");
        withheld(result);
        if (options.isVerbose()) {
            result.remaining().stream()
                    .filter(one -> one.takenBack().isEmpty() && one.withheld().isEmpty())
                    .forEach(one -> messages.note(place(one.original()) + ": there is no fix for this place"));
        }
        messages.note(summary(outcome, isDone, proof != null));
        if (options.isVerbose()) {
            messages.note(count(result.rounds(), "round") + ", " + count(result.scans(), "scan"));
        }
    }

    private static String unsafe(Fix fix) {
        return fix.safety() == Fix.Safety.UNSAFE ? " (unsafe)" : "";
    }

    private static String place(Finding finding) {
        return finding.file().path() + ":" + finding.span().startLine() + ": " + finding.rule();
    }

    private void proved(FixResult result, ExecutedProof proof) {
        List<String> lines = new ArrayList<>();
        for (FixResult.Applied one : result.applied()) {
            proof.witness(one.finding()).ifPresent(witness -> {
                lines.add(place(one.finding()) + ": proved: before, " + witness.property() + " at "
                        + witness.point().name() + "; after, nothing fails at any point that is reached"
                        + (proof.isSynthetic(one.finding()) ? " (with an object that no constructor has made)" : ""));
                if (options.isVerbose()) {
                    witness.text().lines().forEach(lines::add);
                }
            });
        }
        tell(lines, "fixes more are proved");
    }

    private void takenBack(FixResult result, String what) {
        List<String> lines = new ArrayList<>();
        for (FixResult.Remaining one : result.remaining()) {
            for (FixResult.TakenBack fix : one.takenBack()) {
                lines.add(place(one.original()) + ": \"" + fix.fix().title() + "\" " + what + ": " + fix.reason());
            }
        }
        tell(lines, "fixes more " + (what.startsWith("was") ? "were taken back" : "are left out"));
    }

    private void withheld(FixResult result) {
        List<String> lines = new ArrayList<>();
        for (FixResult.Remaining one : result.remaining()) {
            if (!one.withheld().isEmpty()) {
                lines.add(place(one.original()) + ": only with --unsafe: "
                        + one.withheld().get(0).title());
            }
        }
        tell(lines, "findings more can be fixed only with --unsafe");
    }

    private void tell(List<String> lines, String more) {
        int most = options.isVerbose() ? lines.size() : MOST_LINES;
        lines.stream().limit(most).forEach(messages::note);
        if (lines.size() > most) {
            messages.note((lines.size() - most) + " " + more + "; --verbose names them.");
        }
    }

    private String summary(FixOutcome outcome, boolean isDone, boolean isProved) {
        FixResult result = outcome.result();
        long lost = result.applied().stream()
                .filter(one -> failed.contains(one.finding().file().path()))
                .count();
        int files = outcome.files().size();
        long withheld = result.remaining().stream()
                .filter(one -> !one.withheld().isEmpty())
                .count();
        long unproved = result.remaining().stream()
                .filter(one ->
                        isProved && one.withheld().isEmpty() && !one.takenBack().isEmpty())
                .count();
        long without = result.remaining().size() - withheld - unproved;
        if (result.found() == 0) {
            return "There is nothing to fix" + (outcome.isIncomplete() ? "; the scan is incomplete." : ".")
                    + known(outcome);
        }
        StringBuilder text = new StringBuilder();
        text.append(result.mended() - lost).append(" of ").append(count(result.found(), "finding"));
        text.append(isDone ? " fixed in " : " can be fixed in ").append(count(files - failed.size(), "file"));
        text.append(isProved && result.mended() > lost ? ", proved by running the code" : "");
        if (!failed.isEmpty()) {
            text.append("; ").append(count(failed.size(), "file")).append(" could not be written");
        }
        if (withheld > 0) {
            text.append("; ").append(withheld).append(" more with --unsafe");
        }
        if (unproved > 0) {
            text.append("; ")
                    .append(unproved)
                    .append(unproved == 1 ? " has" : " have")
                    .append(" no fix that is proved");
        }
        if (without > 0) {
            text.append("; ")
                    .append(without)
                    .append(without == 1 ? " has" : " have")
                    .append(" no fix that fits");
        }
        return text.append(outcome.isIncomplete() ? "; the scan is incomplete." : ".")
                .append(known(outcome))
                .toString();
    }

    private static String known(FixOutcome outcome) {
        return outcome.known() == 0
                ? ""
                : " " + count(outcome.known(), "finding") + (outcome.known() == 1 ? " is" : " are")
                        + " in the baseline.";
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
