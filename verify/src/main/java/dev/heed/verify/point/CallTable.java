package dev.heed.verify.point;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The lines of {@code calls.txt}, by method name. */
final class CallTable {
    private static final String FILE = "calls.txt";
    private static final Pattern COLUMNS = Pattern.compile("\\s+");
    private static final Pattern METHODS = Pattern.compile("\\|");

    private final Map<String, List<Line>> byMethod = new HashMap<>();

    /** One line's word for one method of a type; {@code *} stands for any type. */
    record Line(String owner, String word) {}

    CallTable() {
        InputStream file = CallTable.class.getResourceAsStream(FILE);
        if (file == null) {
            throw new IllegalStateException(FILE + " is missing from heed-verify's jar");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Line> lines(String method) {
        return byMethod.getOrDefault(method, List.of());
    }

    private void add(String line) {
        String[] columns = COLUMNS.split(line, -1);
        if (columns.length != 3) {
            throw new IllegalStateException(FILE + ": three columns expected: " + line);
        }
        for (String method : METHODS.split(columns[1], -1)) {
            byMethod.computeIfAbsent(method, name -> new ArrayList<>()).add(new Line(columns[0], columns[2]));
        }
    }
}
