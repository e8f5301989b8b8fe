package dev.heed.engine.model;

import java.util.List;
import java.util.stream.Collectors;

/** Model files that cannot be used, with all that is wrong in them. */
public final class ModelException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<ModelProblem> problems;

    /**
     * Takes what was found wrong; the message has a line for each.
     *
     * @param problems at least one
     */
    public ModelException(List<ModelProblem> problems) {
        super(problems.stream().map(ModelProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** In the order of the files and of their lines. */
    public List<ModelProblem> problems() {
        return problems;
    }
}
