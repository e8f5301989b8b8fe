package dev.heed.report;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Step;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The sources of a finding with its path drawn over them: a grid whose rows are lines of code and, below them, the steps.
 * Beside the steps run the lines that connect them. A connection spans the rows between its ends, so it fits however
 * the rows wrap, without a script.
 */
final class HtmlCode {
    /** Rows that the style sheet knows. */
    static final int MOST_ROWS = 160;
    /** Connections side by side that the style sheet knows. */
    static final int MOST_LANES = 5;

    private static final int MOST_STEPS = 16;
    private static final int AROUND_FINDING = 2;
    private static final int AROUND_STEP = 1;
    /** A hole of so many lines is filled: it would take a line itself. */
    private static final int SMALL_HOLE = 2;

    private final Finding finding;
    private final ReportContext context;
    private final StringBuilder cells = new StringBuilder();
    /** The row of each step by its number, or 0. */
    private final int[] rowOf;

    private int row;

    private HtmlCode(Finding finding, ReportContext context) {
        this.finding = finding;
        this.context = context;
        this.rowOf = new int[finding.path().size()];
    }

    static String of(Finding finding, ReportContext context) {
        return new HtmlCode(finding, context).render();
    }

    private String render() {
        Map<String, List<Integer>> byFile = new LinkedHashMap<>();
        byFile.put(finding.file().path(), new ArrayList<>());
        List<Step> path = finding.path();
        for (int i = 0; i < path.size(); i++) {
            if (isShown(i)) {
                byFile.computeIfAbsent(path.get(i).file().path(), p -> new ArrayList<>())
                        .add(i);
            }
        }
        byFile.forEach((file, steps) -> {
            boolean isMain = file.equals(finding.file().path());
            file(isMain ? finding.file() : path.get(steps.get(0)).file(), isMain, steps, byFile.size() > 1);
        });
        int left = path.size() - MOST_STEPS;
        if (left > 0) {
            message(0, "", left + " steps in the middle are not shown.");
        }
        List<Connection> connections = connections();
        int lanes = connections.stream().mapToInt(Connection::lane).max().orElse(0);
        StringBuilder out = new StringBuilder("<div class=\"code L" + lanes + "\">\n");
        connections.forEach(c -> c.render(out));
        return out.append(cells).append("</div>\n").toString();
    }

    private boolean isShown(int step) {
        int steps = finding.path().size();
        return steps <= MOST_STEPS || step < MOST_STEPS / 2 || step >= steps - MOST_STEPS / 2;
    }

    private void file(SourceFile file, boolean isMain, List<Integer> steps, boolean isNamed) {
        if (isNamed) {
            row++;
            cells.append("<div class=\"at r").append(cell()).append("\">");
            cells.append(Html.text(file.path())).append("</div>\n");
        }
        Optional<SourceText> text = context.sources().get(file);
        List<Integer> unseen = new ArrayList<>(steps);
        if (text.isPresent()) {
            unseen.removeIf(i -> text.get().contains(finding.path().get(i).span()));
            List<Integer> seen = new ArrayList<>(steps);
            seen.removeAll(unseen);
            lines(text.get(), isMain, seen);
        }
        for (int i : unseen) {
            Step step = finding.path().get(i);
            message(i + 1, "line " + step.span().startLine() + ": ", step.message());
        }
    }

    private void lines(SourceText text, boolean isMain, List<Integer> steps) {
        List<HtmlLine.Mark> marks = new ArrayList<>();
        TreeSet<Integer> lines = new TreeSet<>();
        if (isMain && text.contains(finding.span())) {
            marks.add(new HtmlLine.Mark(finding.span(), true));
            around(text, lines, finding.span(), AROUND_FINDING);
        }
        for (int i : steps) {
            Span span = finding.path().get(i).span();
            marks.add(new HtmlLine.Mark(span, false));
            around(text, lines, span, AROUND_STEP);
        }
        trim(text, lines, marks);
        int indent =
                lines.stream().mapToInt(l -> HtmlLine.indent(text, l)).min().orElse(0);
        int previous = 0;
        for (int line : lines) {
            int left = previous == 0 ? 0 : line - previous - 1;
            if (left > SMALL_HOLE) {
                row++;
                cells.append("<span class=\"ln r").append(cell()).append("\" aria-hidden=\"true\">\u22ee</span>\n");
            }
            for (int l = line - left; left <= SMALL_HOLE && l < line; l++) {
                line(text, l, indent, List.of());
            }
            previous = line;
            line(
                    text,
                    line,
                    indent,
                    marks.stream().filter(m -> m.span().startLine() == line).toList());
            for (int i : steps) {
                Step step = finding.path().get(i);
                if (step.span().startLine() == line) {
                    message(i + 1, "", step.message());
                }
            }
        }
    }

    private static void around(SourceText text, Set<Integer> lines, Span span, int around) {
        int line = span.startLine();
        for (int l = Math.max(1, line - around); l <= Math.min(text.lines(), line + around); l++) {
            lines.add(l);
        }
    }

    /** White lines at the ends, and beside a hole, show nothing. */
    private static void trim(SourceText text, Set<Integer> lines, List<HtmlLine.Mark> marks) {
        boolean isDone = false;
        while (!isDone) {
            isDone = !lines.removeIf(
                    line -> isBlank(text, line, marks) && (!lines.contains(line - 1) || !lines.contains(line + 1)));
        }
    }

    private static boolean isBlank(SourceText text, int line, List<HtmlLine.Mark> marks) {
        return text.slice(line, 0, 200).isBlank()
                && marks.stream().noneMatch(m -> m.span().startLine() == line);
    }

    private void line(SourceText text, int line, int indent, List<HtmlLine.Mark> marks) {
        row++;
        cells.append("<span class=\"ln r")
                .append(cell())
                .append("\">")
                .append(line)
                .append("</span>");
        cells.append("<code class=\"src")
                .append(marks.isEmpty() ? "" : " on")
                .append(" r")
                .append(cell())
                .append("\">");
        cells.append(HtmlLine.of(text, line, indent, marks)).append("</code>\n");
    }

    private void message(int number, String place, String text) {
        row++;
        if (number > 0) {
            rowOf[number - 1] = row;
            cells.append("<b class=\"no r")
                    .append(cell())
                    .append("\">")
                    .append(number)
                    .append("</b>");
        }
        cells.append("<span class=\"say r").append(cell()).append("\">").append(place);
        cells.append(Html.text(text)).append("</span>\n");
    }

    /** The last row takes what is too much; a grid may hold several cells there. */
    private int cell() {
        return Math.min(row, MOST_ROWS);
    }

    /** From each step to the next one, the short ones nearest to the code. */
    private List<Connection> connections() {
        List<Connection> connections = new ArrayList<>();
        for (int i = 0; i + 1 < rowOf.length; i++) {
            int from = rowOf[i];
            int to = rowOf[i + 1];
            if (from > 0 && to > 0 && Math.max(from, to) <= MOST_ROWS) {
                connections.add(new Connection(from, to, 0));
            }
        }
        connections.sort(Comparator.comparingInt(Connection::length).thenComparingInt(Connection::first));
        List<Connection> placed = new ArrayList<>();
        for (Connection connection : connections) {
            int lane = 1;
            while (lane < MOST_LANES && isTaken(placed, lane, connection)) {
                lane++;
            }
            placed.add(new Connection(connection.from(), connection.to(), lane));
        }
        return placed;
    }

    private static boolean isTaken(List<Connection> placed, int lane, Connection connection) {
        return placed.stream().anyMatch(p -> p.lane() == lane && p.overlaps(connection));
    }

    /** The line from one step to the next. */
    private record Connection(int from, int to, int lane) {
        int first() {
            return Math.min(from, to);
        }

        int last() {
            return Math.max(from, to);
        }

        int length() {
            return last() - first();
        }

        boolean overlaps(Connection other) {
            return Math.max(first(), other.first()) < Math.min(last(), other.last());
        }

        void render(StringBuilder out) {
            out.append("<i class=\"go ")
                    .append(from < to ? "down" : "up")
                    .append(" k")
                    .append(lane);
            out.append(" r").append(first()).append(" z").append(last()).append("\"></i>\n");
        }
    }
}
