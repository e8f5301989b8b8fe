package dev.heed.verify;

import dev.heed.verify.witness.Witness;
import java.util.List;

/**
 * What came of exploring a scenario.
 *
 * @param undisturbed how the scenario ended when nobody disturbed it, in words
 * @param problem why nothing could be explored; empty if it could
 * @param trials one for each cancellation, in the order of the points
 * @param notes what a bound cut off, and what could not be looked into
 */
public record Exploration(String undisturbed, String problem, List<Trial> trials, List<String> notes) {
    public Exploration {
        trials = List.copyOf(trials);
        notes = List.copyOf(notes);
    }

    /** All that did not hold. */
    public List<Witness> witnesses() {
        return trials.stream().flatMap(trial -> trial.witnesses().stream()).toList();
    }

    /** Whether the scenario could be explored and everything held. */
    public boolean isClean() {
        return problem.isEmpty() && witnesses().isEmpty();
    }

    /** One line a trial, then the witnesses. */
    public String text() {
        StringBuilder text =
                new StringBuilder("undisturbed: ").append(undisturbed).append('\n');
        if (!problem.isEmpty()) {
            text.append("not explored: ").append(problem).append('\n');
        }
        for (Trial trial : trials) {
            text.append(trial.name()).append(": ").append(trial.verdict()).append('\n');
        }
        for (Witness witness : witnesses()) {
            text.append('\n').append(witness.text()).append('\n');
        }
        for (String note : notes) {
            text.append("note: ").append(note).append('\n');
        }
        return text.toString();
    }
}
