package dev.heed.verify.oracle;

import dev.heed.verify.run.RunRecord;
import dev.heed.verify.run.Thrown;
import dev.heed.verify.witness.Property;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Nobody may be told of a timeout that did not pass: neither by an exception nor in the log. */
final class BlameOracle implements Oracle {
    private static final Pattern TIMEOUT = Pattern.compile("(?i)time[ds]?[ _-]?out|deadline");

    @Override
    public List<Finding> judge(Case run) {
        Set<String> usual = new HashSet<>(texts(run.undisturbed()));
        for (String text : texts(run.disturbed())) {
            boolean isFresh =
                    usual.stream().noneMatch(other -> TIMEOUT.matcher(other).find()) || !usual.contains(text);
            if (isFresh && TIMEOUT.matcher(text).find() && !Honesty.isHonest(text)) {
                return List.of(new Finding(
                        Property.BLAMES_TIMEOUT,
                        "After the " + run.target().delivery().signal() + " people are told of a timeout: \"" + text
                                + "\".",
                        "who really stopped it"));
            }
        }
        return List.of();
    }

    private static List<String> texts(RunRecord run) {
        List<String> texts = new ArrayList<>(run.texts());
        Thrown thrown = run.thrown();
        if (thrown != null) {
            texts.addAll(thrown.texts());
        }
        return texts;
    }
}
