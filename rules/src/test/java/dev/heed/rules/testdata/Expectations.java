package dev.heed.rules.testdata;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the markers of a source text say must be found. The format is explained in {@code testdata/README.md}.
 *
 * @param source the text without its markers; the line numbers are the same
 * @param findings in the order of the text
 * @param steps in the order of the text
 */
public record Expectations(String source, List<ExpectedFinding> findings, List<ExpectedStep> steps) {
    private static final Pattern START = Pattern.compile("[ \\t]*//[ \\t]*(?=heed:(?![ \\t]*ignore\\b)|step \\d)");
    private static final String TEXT = "(?:[ \\t]+\"((?:[^\"\\\\]|\\\\.)*)\")?";
    private static final Pattern FINDING = Pattern.compile(
            "heed:[ \\t]*([a-z0-9-]+)(?:[ \\t]+(note|warning|error))?" + TEXT + "[ \\t]*(?://[ \\t]*|$)");
    private static final Pattern STEP = Pattern.compile("step (\\d+):" + TEXT + "[ \\t]*(?://[ \\t]*|$)");

    public Expectations {
        findings = List.copyOf(findings);
        steps = List.copyOf(steps);
    }

    /**
     * A finding that must be there.
     *
     * @param level null if its level does not matter
     * @param text part of its message; empty if that does not matter
     */
    public record ExpectedFinding(
            int line, String rule, @Nullable Level level, String text) {
        boolean accepts(Finding finding) {
            return finding.span().startLine() == line
                    && finding.rule().equals(rule)
                    && (level == null || finding.level() == level)
                    && finding.message().contains(text);
        }

        @Override
        public String toString() {
            return "line " + line + ": " + rule + (level == null ? "" : " " + level.id())
                    + (text.isEmpty() ? "" : " \"" + text + '"');
        }
    }

    /** A step that the path of the only finding must have. */
    public record ExpectedStep(int number, int line, String text) {
        boolean accepts(List<Step> path) {
            return number <= path.size()
                    && path.get(number - 1).span().startLine() == line
                    && path.get(number - 1).message().contains(text);
        }

        @Override
        public String toString() {
            return "line " + line + ": step " + number + " \"" + text + '"';
        }
    }

    /**
     * Reads the markers of a text.
     *
     * @throws IllegalArgumentException if a comment begins like a marker and is none
     */
    public static Expectations parse(String marked) {
        List<ExpectedFinding> findings = new ArrayList<>();
        List<ExpectedStep> steps = new ArrayList<>();
        StringBuilder source = new StringBuilder();
        int number = 0;
        for (String line : marked.split("(?<=\n)", -1)) {
            number++;
            Matcher start = START.matcher(line);
            if (start.find()) {
                String markers = line.substring(start.end()).stripTrailing();
                parseLine(number, markers, findings, steps);
                source.append(line, 0, start.start()).append(line.endsWith("\n") ? "\n" : "");
            } else {
                source.append(line);
            }
        }
        if (!steps.isEmpty() && findings.size() != 1) {
            throw new IllegalArgumentException(steps.get(0) + " needs exactly one finding to belong to");
        }
        return new Expectations(source.toString(), findings, steps);
    }

    private static void parseLine(int line, String markers, List<ExpectedFinding> findings, List<ExpectedStep> steps) {
        int position = 0;
        while (position < markers.length()) {
            Matcher finding = FINDING.matcher(markers).region(position, markers.length());
            Matcher step = STEP.matcher(markers).region(position, markers.length());
            if (finding.lookingAt()) {
                String level = finding.group(2);
                findings.add(new ExpectedFinding(
                        line,
                        finding.group(1),
                        level == null ? null : Level.valueOf(level.toUpperCase(Locale.ROOT)),
                        unescape(finding.group(3))));
                position = finding.end();
            } else if (step.lookingAt()) {
                steps.add(new ExpectedStep(Integer.parseInt(step.group(1)), line, unescape(step.group(2))));
                position = step.end();
            } else {
                throw new IllegalArgumentException("line " + line + ": not a marker: " + markers.substring(position));
            }
        }
    }

    private static String unescape(@Nullable String text) {
        return text == null ? "" : text.replaceAll("\\\\(.)", "$1");
    }

    /**
     * Compares with what was found.
     *
     * @return what does not fit, one line each; empty if all does
     */
    public List<String> compare(List<Finding> found) {
        List<String> problems = new ArrayList<>();
        List<Finding> rest = new ArrayList<>(found);
        for (ExpectedFinding expected : findings) {
            Finding match = rest.stream().filter(expected::accepts).findFirst().orElse(null);
            if (match == null) {
                problems.add("missing " + expected);
            } else {
                rest.remove(match);
            }
        }
        rest.forEach(finding -> problems.add("unexpected " + describe(finding)));
        if (found.size() == 1) {
            List<Step> path = found.get(0).path();
            for (ExpectedStep step : steps) {
                if (!step.accepts(path)) {
                    problems.add("missing " + step + " in the path:"
                            + join(path, s -> "\n      " + s.span() + " " + s.message()));
                }
            }
        }
        return problems;
    }

    private static String describe(Finding finding) {
        return "line " + finding.span().startLine() + ": " + finding.rule() + " "
                + finding.level().id() + " \""
                + finding.message() + "\""
                + join(finding.path(), step -> "\n      " + step.span() + " " + step.message());
    }

    private static <T> String join(List<T> items, Function<T, String> text) {
        StringBuilder joined = new StringBuilder();
        items.forEach(item -> joined.append(text.apply(item)));
        return joined.toString();
    }
}
