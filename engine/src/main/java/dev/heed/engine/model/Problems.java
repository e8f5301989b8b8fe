package dev.heed.engine.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects what is wrong in one file; keeps a bounded number. */
final class Problems {
    private static final int MOST = 100;

    private final String file;
    private final List<ModelProblem> found = new ArrayList<>();
    private int count;

    Problems(String file) {
        this.file = file;
    }

    /** In the order of their places. */
    List<ModelProblem> found() {
        return found.stream()
                .sorted(Comparator.comparing(ModelProblem::line).thenComparing(ModelProblem::column))
                .toList();
    }

    void at(Node node, String message) {
        at(node.getStartMark(), message);
    }

    void at(Optional<Mark> place, String message) {
        add(
                place.map(mark -> mark.getLine() + 1).orElse(0),
                place.map(mark -> mark.getColumn() + 1).orElse(0),
                message);
    }

    void atFile(String message) {
        add(0, 0, message);
    }

    void at(Position position, String message) {
        add(position.line(), position.column(), message);
    }

    Position position(Node node) {
        return new Position(
                file,
                node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0),
                node.getStartMark().map(mark -> mark.getColumn() + 1).orElse(0));
    }

    private void add(int line, int column, String message) {
        count++;
        if (count <= MOST) {
            found.add(new ModelProblem(file, line, column, message));
        } else if (count == MOST + 1) {
            found.add(new ModelProblem(
                    file, line, column, "More is wrong; only the first " + MOST + " errors of a file are shown."));
        }
    }

    /** Where something stands in a model file; lines and columns from 1. */
    record Position(String file, int line, int column) {}
}
