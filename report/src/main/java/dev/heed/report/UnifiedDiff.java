package dev.heed.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The difference of two texts as a unified diff, as {@code git apply} and {@code patch} take it. Lines end at {@code \n}; what
 * stands before it, a {@code \r} too, is part of the line.
 */
public final class UnifiedDiff {
    private static final int CONTEXT = 3;
    /** Beyond so many changed lines the rest is taken for replaced as a whole: a diff, though not the shortest. */
    private static final int MOST_CHANGES = 2_000;

    private static final String NO_NEWLINE = "\\ No newline at end of file\n";

    private final List<String> before;
    private final List<String> after;

    private UnifiedDiff(String before, String after) {
        this.before = lines(before);
        this.after = lines(after);
    }

    /**
     * The diff of one file.
     *
     * @param path below the folder in which the patch is to be applied with {@code -p1}
     * @return empty if the texts are equal; else it ends with a line end
     */
    public static String of(String path, String before, String after) {
        if (before.equals(after)) {
            return "";
        }
        UnifiedDiff diff = new UnifiedDiff(before, after);
        StringBuilder out = new StringBuilder();
        out.append("--- ").append(name("a/" + path)).append('\n');
        out.append("+++ ").append(name("b/" + path)).append('\n');
        diff.hunks(out);
        return out.toString();
    }

    /** Quoted as git does it where a name would be misread. */
    private static String name(String path) {
        boolean isPlain = path.chars().allMatch(c -> c >= ' ' && c != '"' && c != '\\' && c != 0x7F);
        if (isPlain) {
            return path.indexOf(' ') < 0 ? path : path + "\t";
        }
        StringBuilder quoted = new StringBuilder("\"");
        path.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ' || c == 0x7F) {
                quoted.append(String.format("\\%03o", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }

    /** Lines of the one text that take the place of lines of the other. */
    private record Change(int fromBefore, int toBefore, int fromAfter, int toAfter) {}

    private void hunks(StringBuilder out) {
        List<Change> changes = changes();
        int first = 0;
        for (int i = 1; i <= changes.size(); i++) {
            boolean isNear = i < changes.size()
                    && changes.get(i).fromBefore() - changes.get(i - 1).toBefore() <= 2 * CONTEXT;
            if (!isNear) {
                hunk(changes.subList(first, i), out);
                first = i;
            }
        }
    }

    private void hunk(List<Change> changes, StringBuilder out) {
        Change head = changes.get(0);
        Change tail = changes.get(changes.size() - 1);
        int lead = Math.min(CONTEXT, Math.min(head.fromBefore(), head.fromAfter()));
        int trail = Math.min(CONTEXT, before.size() - tail.toBefore());
        int startBefore = head.fromBefore() - lead;
        int startAfter = head.fromAfter() - lead;
        int endBefore = tail.toBefore() + trail;
        int endAfter = tail.toAfter() + trail;
        out.append("@@ -").append(range(startBefore, endBefore));
        out.append(" +").append(range(startAfter, endAfter)).append(" @@\n");
        int at = startBefore;
        for (Change change : changes) {
            lines(" ", before, at, change.fromBefore(), out);
            lines("-", before, change.fromBefore(), change.toBefore(), out);
            lines("+", after, change.fromAfter(), change.toAfter(), out);
            at = change.toBefore();
        }
        lines(" ", before, at, endBefore, out);
    }

    private static String range(int from, int to) {
        int count = to - from;
        int first = count == 0 ? from : from + 1;
        return count == 1 ? Integer.toString(first) : first + "," + count;
    }

    private static void lines(String sign, List<String> lines, int from, int to, StringBuilder out) {
        for (int i = from; i < to; i++) {
            String line = lines.get(i);
            out.append(sign).append(line);
            if (!line.endsWith("\n")) {
                out.append('\n').append(NO_NEWLINE);
            }
        }
    }

    /** The changes in order, by Myers' greedy algorithm. */
    private List<Change> changes() {
        int from = 0;
        int most = Math.min(before.size(), after.size());
        while (from < most && before.get(from).equals(after.get(from))) {
            from++;
        }
        int back = 0;
        while (back < most - from && before.get(before.size() - 1 - back).equals(after.get(after.size() - 1 - back))) {
            back++;
        }
        List<String> old = before.subList(from, before.size() - back);
        List<String> now = after.subList(from, after.size() - back);
        boolean[] removed = new boolean[old.size()];
        boolean[] added = new boolean[now.size()];
        mark(old, now, removed, added);
        return grouped(removed, added, from);
    }

    private static void mark(List<String> old, List<String> now, boolean[] removed, boolean[] added) {
        List<int[]> trace = new ArrayList<>();
        int most = Math.min(old.size() + now.size(), MOST_CHANGES);
        int[] furthest = new int[2 * most + 3];
        for (int d = 0; d <= most; d++) {
            trace.add(Arrays.copyOfRange(furthest, most + 1 - d - 1, most + 1 + d + 2));
            for (int k = -d; k <= d; k += 2) {
                int x = isDown(furthest, most + 1, k, d) ? furthest[most + 2 + k] : furthest[most + k] + 1;
                while (x < old.size() && x - k < now.size() && old.get(x).equals(now.get(x - k))) {
                    x++;
                }
                furthest[most + 1 + k] = x;
                if (x >= old.size() && x - k >= now.size()) {
                    walkBack(trace, d, old.size(), now.size(), removed, added);
                    return;
                }
            }
        }
        Arrays.fill(removed, true);
        Arrays.fill(added, true);
    }

    private static boolean isDown(int[] furthest, int zero, int k, int d) {
        return k == -d || (k != d && furthest[zero + k - 1] < furthest[zero + k + 1]);
    }

    private static void walkBack(
            List<int[]> trace, int last, int oldSize, int nowSize, boolean[] removed, boolean[] added) {
        int x = oldSize;
        int y = nowSize;
        for (int d = last; d > 0; d--) {
            int[] furthest = trace.get(d);
            int zero = d + 1;
            int k = x - y;
            boolean isDown = isDown(furthest, zero, k, d);
            int previous = isDown ? k + 1 : k - 1;
            int fromX = furthest[zero + previous];
            int fromY = fromX - previous;
            if (isDown) {
                added[fromY] = true;
            } else {
                removed[fromX] = true;
            }
            x = fromX;
            y = fromY;
        }
    }

    private static List<Change> grouped(boolean[] removed, boolean[] added, int offset) {
        List<Change> changes = new ArrayList<>();
        int x = 0;
        int y = 0;
        while (x < removed.length || y < added.length) {
            int fromX = x;
            int fromY = y;
            while (x < removed.length && removed[x]) {
                x++;
            }
            while (y < added.length && added[y]) {
                y++;
            }
            if (x > fromX || y > fromY) {
                changes.add(new Change(offset + fromX, offset + x, offset + fromY, offset + y));
            } else {
                x++;
                y++;
            }
        }
        return changes;
    }
}
