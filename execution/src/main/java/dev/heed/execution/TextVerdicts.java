package dev.heed.execution;

import dev.heed.report.DisplayText;
import dev.heed.verify.check.Answer;
import dev.heed.verify.check.Verdict;
import dev.heed.verify.witness.Witness;
import java.util.List;
import java.util.stream.Collectors;

/** Verdicts for people. */
public final class TextVerdicts {
    private static final String RESET = "\u001b[0m";

    private final boolean isConcise;
    private final boolean isColoured;

    /** One line for each, or with the witness; in colours, or not. */
    public TextVerdicts(boolean isConcise, boolean isColoured) {
        this.isConcise = isConcise;
        this.isColoured = isColoured;
    }

    /** One finding with its verdict, and a line break at the end. */
    public String of(Verified verified) {
        Flagged flagged = verified.flagged();
        Answer answer = verified.answer();
        String place = DisplayText.inline(flagged.place());
        String verdict = paint(answer.verdict(), answer.verdict().text());
        String rule = "[" + DisplayText.inline(flagged.rule()) + "]";
        if (isConcise) {
            return place + ": " + verdict + rule + " " + DisplayText.inline(why(answer)) + "\n";
        }
        StringBuilder text = new StringBuilder();
        text.append(verdict).append(rule).append(": ").append(DisplayText.inline(flagged.message()));
        text.append("\n  --> ").append(place).append('\n');
        if (answer.verdict() == Verdict.CONFIRMED) {
            text.append(witness(answer));
        } else {
            text.append("  ").append(DisplayText.inline(why(answer))).append('\n');
        }
        return text.append('\n').toString();
    }

    /** The line behind all findings. */
    public static String end(List<Verified> all) {
        return "Ran the code of " + Verified.summary(all) + "\n";
    }

    static String why(Answer answer) {
        return switch (answer.verdict()) {
            case CONFIRMED ->
                answer.witnesses().get(0).property() + ": "
                        + answer.witnesses().get(0).message() + called(answer);
            case NOT_REPRODUCED -> "The cancellation was delivered there, and nothing failed." + called(answer);
            case UNCONFIRMED -> answer.reason();
        };
    }

    private static String called(Answer answer) {
        return answer.driven().isEmpty()
                ? ""
                : " (called: " + answer.driven()
                        + (answer.isSynthetic() ? ", on an object that no constructor has made" : "") + ")";
    }

    private static String witness(Answer answer) {
        Witness witness = answer.witnesses().get(0);
        String lines = witness.text()
                .lines()
                .map(line -> "  " + DisplayText.inline(line) + "\n")
                .collect(Collectors.joining());
        String synthetic = answer.isSynthetic() ? ", with an object that no constructor has made" : "";
        return lines + "    called: " + DisplayText.inline(answer.driven()) + synthetic + "\n";
    }

    private String paint(Verdict verdict, String text) {
        if (!isColoured) {
            return text;
        }
        String colour = switch (verdict) {
            case CONFIRMED -> "\u001b[1;31m";
            case NOT_REPRODUCED -> "\u001b[1;32m";
            case UNCONFIRMED -> "\u001b[1;33m";
        };
        return colour + text + RESET;
    }
}
