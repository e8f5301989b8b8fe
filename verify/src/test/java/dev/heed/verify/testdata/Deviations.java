package dev.heed.verify.testdata;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The lines of {@code testdata/verify.txt}: which examples do not behave as their names say. */
final class Deviations {
    private final Map<String, Pattern> lines = new LinkedHashMap<>();
    private final Set<String> unused = new LinkedHashSet<>();

    Deviations() throws IOException {
        for (String line : Files.readAllLines(Programs.root().resolve("verify.txt"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] columns = line.split("\\s+", 2);
                if (columns.length != 2 || columns[1].isBlank()) {
                    throw new IllegalStateException("no reason is given: " + line);
                }
                lines.put(columns[0], Pattern.compile(Pattern.quote(columns[0]).replace("*", "\\E.*\\Q")));
                unused.add(columns[0]);
            }
        }
    }

    /** Whether the example is excused; the lines that excuse it are used now. */
    boolean excuse(Program program) {
        boolean excused = false;
        for (Map.Entry<String, Pattern> line : lines.entrySet()) {
            if (line.getValue().matcher(program.name()).matches()) {
                unused.remove(line.getKey());
                excused = true;
            }
        }
        return excused;
    }

    /** The lines for this rule that nothing needed. */
    Set<String> unused(String rule) {
        Set<String> ofRule = new LinkedHashSet<>(unused);
        ofRule.removeIf(line -> !line.startsWith(rule + "/"));
        return ofRule;
    }
}
