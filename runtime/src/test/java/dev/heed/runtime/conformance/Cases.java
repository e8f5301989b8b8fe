package dev.heed.runtime.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of a file of conformance programs; columns are found by the names in its first line. */
final class Cases {
    /** A row. */
    record Case(String id, String oracle, String title, String program, String expected) {
        Interpreter.Dialect dialect() {
            if (oracle.startsWith("trio")) {
                return Interpreter.Dialect.TRIO;
            }
            return oracle.startsWith("spec") ? Interpreter.Dialect.OURS : Interpreter.Dialect.CPYTHON_311;
        }
    }

    private Cases() {}

    static List<Case> read(Path file) {
        List<Case> cases = new ArrayList<>();
        try {
            List<String> lines = Files.readAllLines(file);
            Map<String, Integer> columns = new HashMap<>();
            String[] names = lines.get(0).split("\t", -1);
            for (int i = 0; i < names.length; i++) {
                columns.put(names[i], i);
            }
            for (String line : lines.subList(1, lines.size())) {
                if (!line.isBlank()) {
                    cases.add(read(line.split("\t", -1), columns));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases;
    }

    private static Case read(String[] cells, Map<String, Integer> columns) {
        return new Case(
                cells[columns.get("id")],
                cells[columns.get("oracle")],
                columns.containsKey("title") ? cells[columns.get("title")] : "",
                cells[columns.get("program")],
                cells[columns.get("expected")]);
    }
}
