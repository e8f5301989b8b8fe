package dev.heed.verify.check;

import dev.heed.verify.witness.Property;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The lines of {@code evidence.txt}: by which properties a rule's findings are shown. */
public final class Evidence {
    /** In place of a step: where on the path the cancellation arrives differs from finding to finding, or is in what a handler there guards. */
    public static final int ANY_STEP = 0;

    private static final String FILE = "evidence.txt";
    private static final Pattern COLUMNS = Pattern.compile("\\s+");

    private final Map<String, Line> byRule = new TreeMap<>();

    /**
     * What shows a rule's findings.
     *
     * @param step the step of the path at which the cancellation arrives, from 1, or {@link #ANY_STEP}
     * @param properties one of these does not hold
     */
    public record Line(int step, Set<Property> properties) {
        public Line {
            properties = Set.copyOf(properties);
        }
    }

    private Evidence(BufferedReader lines) {
        lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(this::add);
    }

    /** That which heed-verify comes with. */
    public static Evidence load() {
        InputStream file = Evidence.class.getResourceAsStream(FILE);
        if (file == null) {
            throw new IllegalStateException(FILE + " is missing from heed-verify's jar");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return new Evidence(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        String[] columns = COLUMNS.split(line, -1);
        EnumSet<Property> properties = EnumSet.noneOf(Property.class);
        for (int i = 2; i < columns.length; i++) {
            properties.add(Property.valueOf(columns[i]));
        }
        if (properties.isEmpty()
                || byRule.put(columns[0], new Line(Integer.parseInt(columns[1]), properties)) != null) {
            throw new IllegalStateException(FILE + ": a rule, a step and properties, once each: " + line);
        }
    }

    /** The rules whose findings a delivered cancellation can show, in order. */
    public Set<String> rules() {
        return new TreeSet<>(byRule.keySet());
    }

    /** What shows this rule's findings; empty if no delivered cancellation can. */
    public Optional<Line> of(String rule) {
        return Optional.ofNullable(byRule.get(rule));
    }
}
