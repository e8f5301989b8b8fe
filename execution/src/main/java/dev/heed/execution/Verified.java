package dev.heed.execution;

import dev.heed.verify.check.Answer;
import dev.heed.verify.check.Verdict;
import java.util.List;

/**
 * A finding with what running the code says to it.
 *
 * @param millis how long that took
 */
public record Verified(Flagged flagged, Answer answer, long millis) {

    /** How many of them have this verdict. */
    public static long count(List<Verified> all, Verdict verdict) {
        return all.stream().filter(one -> one.answer().verdict() == verdict).count();
    }

    /** Such as {@code 5 findings: 3 confirmed, 1 not reproduced, 1 unconfirmed.} */
    public static String summary(List<Verified> all) {
        StringBuilder text = new StringBuilder();
        text.append(all.size()).append(all.size() == 1 ? " finding" : " findings");
        String separator = ": ";
        for (Verdict verdict : Verdict.values()) {
            text.append(separator).append(count(all, verdict)).append(' ').append(verdict.text());
            separator = ", ";
        }
        return text.append('.').toString();
    }
}
