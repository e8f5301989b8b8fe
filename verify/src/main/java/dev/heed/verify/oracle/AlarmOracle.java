package dev.heed.verify.oracle;

import dev.heed.verify.run.Event;
import dev.heed.verify.witness.Property;
import java.util.List;
import java.util.regex.Pattern;

/** A cancellation that ends work as it should wakes nobody: an error in the log is for failures. */
final class AlarmOracle implements Oracle {
    /** What an exception adds to the text around it, as {@code toString} prints it: not in the author's words. */
    private static final Pattern EXCEPTION = Pattern.compile("[\\w.$]+(Exception|Error)(: .*)?");

    @Override
    public List<Finding> judge(Case run) {
        if (run.saw(Event.Kind.EXIT)) {
            // Whoever ends the process over it tells why.
            return List.of();
        }
        for (Event event : run.thread().events()) {
            String words = EXCEPTION.matcher(event.detail()).replaceAll("");
            boolean isFresh = !run.undisturbed().texts().contains(event.detail());
            if (event.kind() == Event.Kind.ALARMED && isFresh && !words.isBlank() && !Honesty.isHonest(words)) {
                return List.of(new Finding(
                        Property.TOLD_AS_FAILURE,
                        "The " + run.target().delivery().signal() + " is logged as an error: \"" + event.detail()
                                + "\".",
                        "the difference between a stop and a crash"));
            }
        }
        return List.of();
    }
}
