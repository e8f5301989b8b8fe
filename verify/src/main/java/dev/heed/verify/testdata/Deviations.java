package dev.heed.verify.testdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The lines of {@code testdata/verify.txt}: which examples do not behave as their names say. */
public final class Deviations {
    private static final Pattern COLUMNS = Pattern.compile("\\s+");

    private final Map<String, Pattern> lines = new LinkedHashMap<>();
    private final Set<String> unused = new LinkedHashSet<>();

    /**
     * Reads them.
     *
     * @param testdata the directory of the examples
     * @throws IOException if they cannot be read
     */
    public Deviations(Path testdata) throws IOException {
        for (String line : Files.readAllLines(testdata.resolve("verify.txt"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] columns = COLUMNS.split(line, 2);
                if (columns.length != 2 || columns[1].isBlank()) {
                    throw new IOException("verify.txt gives no reason: " + line);
                }
                lines.put(columns[0], Pattern.compile(Pattern.quote(columns[0]).replace("*", "\\E.*\\Q")));
                unused.add(columns[0]);
            }
        }
    }

    /** Whether the example is excused; the lines that excuse it are used now. */
    public boolean excuse(Example program) {
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
    public Set<String> unused(String rule) {
        Set<String> ofRule = new LinkedHashSet<>(unused);
        ofRule.removeIf(line -> !line.startsWith(rule + "/"));
        return ofRule;
    }
}
