package dev.heed.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@code git diff -U0} prints: which lines of which files are changed. Where lines were only taken out, the line in
 * front of the place and the one behind it count.
 */
final class DiffLines {
    private static final Pattern HUNK =
            Pattern.compile("@@ -\\d+(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@.*", Pattern.DOTALL);
    /** Of longer lines the rest is dropped: no name is that long. */
    private static final int LONGEST = 64 * 1024;

    private final InputStream in;
    private final Map<String, BitSet> changed = new TreeMap<>();

    private DiffLines(InputStream in) {
        this.in = in;
    }

    /** The changed lines, from 1, by the names of the files below the root of the repository. */
    static Map<String, BitSet> read(InputStream in) throws IOException {
        DiffLines lines = new DiffLines(in);
        lines.read();
        return lines.changed;
    }

    private void read() throws IOException {
        BitSet file = null;
        for (String line = line(); line != null; line = line()) {
            Matcher hunk = HUNK.matcher(line);
            if (line.startsWith("diff --git ")) {
                file = null;
            } else if (line.startsWith("+++ ")) {
                String name = name(line.substring(4));
                file = name == null ? null : changed.computeIfAbsent(name, key -> new BitSet());
            } else if (hunk.matches()) {
                int removed = count(hunk.group(1));
                int first = Integer.parseInt(hunk.group(2));
                int added = count(hunk.group(3));
                if (file != null) {
                    mark(file, first, added);
                }
                // What the lines say may look like a header.
                for (int i = 0; i < removed + added; i++) {
                    line();
                }
            }
        }
    }

    private static int count(@Nullable String group) {
        return group == null ? 1 : Integer.parseInt(group);
    }

    private static void mark(BitSet file, int first, int added) {
        if (added > 0) {
            file.set(first, first + added);
        } else {
            // Git names the line in front of the gap; there is none above the first.
            file.set(Math.max(1, first), first + 2);
        }
    }

    /** The name behind {@code +++}; null for a file that is gone. */
    private static @Nullable String name(String written) {
        String name = written.endsWith("\t") ? written.substring(0, written.length() - 1) : written;
        if (name.startsWith("\"") && name.endsWith("\"") && name.length() > 1) {
            name = unquoted(name.substring(1, name.length() - 1));
        }
        return name.startsWith("b/") ? name.substring(2) : null;
    }

    /** Undoes git's quoting: the escapes of C, and the bytes of what is not ASCII in octal. */
    private static String unquoted(String quoted) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < quoted.length(); i++) {
            char c = quoted.charAt(i);
            if (c != '\\' || i + 1 == quoted.length()) {
                bytes.write(c);
                continue;
            }
            char escaped = quoted.charAt(++i);
            int simple = "abtnvfr".indexOf(escaped);
            if (simple >= 0) {
                bytes.write(7 + simple);
            } else if (escaped >= '0' && escaped <= '3' && i + 2 < quoted.length()) {
                bytes.write(Integer.parseInt(quoted.substring(i, i + 3), 8));
                i += 2;
            } else {
                bytes.write(escaped);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The next line without its end; bytes as characters, for contents have any encoding. */
    private @Nullable String line() throws IOException {
        StringBuilder line = new StringBuilder();
        int c = in.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (line.length() < LONGEST) {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
