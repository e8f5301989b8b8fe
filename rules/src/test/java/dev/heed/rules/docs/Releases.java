package dev.heed.rules.docs;

import dev.heed.engine.rule.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of {@code docs/rules/RELEASES.md}, replayed from its first line to its last.
 *
 * @param current the rules that there are at the end
 * @param problems lines that do not fit what was before
 */
record Releases(List<Entry> current, List<String> problems) {
    private static final Pattern LINE = Pattern.compile("\\| (\\d+\\.\\d+\\.\\d+) \\| ([a-z-]+) \\| ([^|]+) \\|");

    /** Behind the level of a new rule that runs only if it is selected. */
    private static final String OFF = ", off";

    /** A rule as the table tells of it. */
    record Entry(String rule, Level level, boolean enabled, String since) {}

    static Releases parse(String markdown) {
        Map<String, Entry> rules = new LinkedHashMap<>();
        Set<String> used = new LinkedHashSet<>();
        List<String> problems = new ArrayList<>();
        for (String text : markdown.lines().toList()) {
            Matcher line = LINE.matcher(text);
            if (line.matches()
                    && !apply(line.group(1), line.group(2), line.group(3).strip(), rules, used)) {
                problems.add(text);
            }
        }
        return new Releases(List.copyOf(rules.values()), problems);
    }

    private static boolean apply(
            String version, String rule, String change, Map<String, Entry> rules, Set<String> used) {
        Entry known = rules.get(rule);
        if (change.startsWith("new, ")) {
            String text = change.substring("new, ".length());
            boolean enabled = !text.endsWith(OFF);
            Level level = level(enabled ? text : text.substring(0, text.length() - OFF.length()));
            if (level == null || !used.add(rule)) {
                return false;
            }
            rules.put(rule, new Entry(rule, level, enabled, version));
            return true;
        } else if (known == null) {
            return false;
        } else if (change.startsWith("level ")) {
            Level level = level(change.substring("level ".length()));
            if (level == null) {
                return false;
            }
            rules.put(rule, new Entry(rule, level, known.enabled(), known.since()));
            return true;
        } else if (change.startsWith("renamed to ") && used.add(change.substring("renamed to ".length()))) {
            rules.remove(rule);
            String name = change.substring("renamed to ".length());
            rules.put(name, new Entry(name, known.level(), known.enabled(), known.since()));
            return true;
        }
        return change.equals("removed") && rules.remove(rule) != null;
    }

    private static @org.jspecify.annotations.Nullable Level level(String name) {
        for (Level level : Level.values()) {
            if (name.equals(level.name().toLowerCase(Locale.ROOT))) {
                return level;
            }
        }
        return null;
    }
}
