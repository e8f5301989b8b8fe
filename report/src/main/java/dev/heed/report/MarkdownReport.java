package dev.heed.report;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.ScanSummary;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The comment of a pull request: how many findings, a table of them, and each one in full behind a mark that opens it. It
 * never grows beyond what GitHub takes as a comment; what has no room is left out, the least important first, and counted.
 */
final class MarkdownReport implements Report {
    /** GitHub refuses comments of more than 65,536 characters; the rest is for a line that a user puts in front. */
    static final int MOST_CHARACTERS = 65_000;

    /** More rows than that nobody reads. */
    private static final int MOST_FINDINGS = 200;

    private static final int MOST_NOTIFICATIONS = 10;
    private static final int FOR_TABLE = 24_000;
    private static final int FOR_NOTIFICATIONS = 6_000;
    /** Parts a row from its detail; text that is made fit to be shown holds none. */
    private static final char SEPARATOR = '\0';

    private final OutputStream out;
    private final HeldNotifications notifications = new HeldNotifications();
    private final Map<Level, Integer> counts = new EnumMap<>(Level.class);
    private final ResultSpill spill = new ResultSpill(MOST_FINDINGS, Importance.RANKS);
    private @Nullable ReportContext context;
    private @Nullable BaselineTrend trend;

    MarkdownReport(OutputStream out) {
        this.out = out;
    }

    @Override
    public void begin(ReportContext reportContext) {
        context = reportContext;
    }

    @Override
    public void finding(Finding finding) throws IOException {
        if (context == null) {
            throw new IllegalStateException("begin has not been called");
        }
        counts.merge(finding.level(), 1, Integer::sum);
        MarkdownFinding markdown = new MarkdownFinding(finding, context);
        spill.add(Importance.rank(finding), markdown.row() + SEPARATOR + markdown.detail());
    }

    @Override
    public void notification(Notification notification) {
        if (notification.kind() != Notification.Kind.INFO) {
            notifications.add(notification);
        }
    }

    @Override
    public void compared(BaselineTrend baselineTrend) {
        trend = baselineTrend;
    }

    @Override
    public void end(ScanSummary summary, int exitCode) throws IOException {
        StringBuilder text = new StringBuilder();
        head(text, summary);
        notifications(text);
        findings(text);
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.append(text);
        writer.flush();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        spill.close();
    }

    private void head(StringBuilder text, ScanSummary summary) {
        int all = spill.size();
        text.append("## Heed: ")
                .append(all == 0 ? "no findings" : TextOutput.count(all, "finding"))
                .append("\n\n");
        List<String> levels = new ArrayList<>();
        for (Level level : List.of(Level.ERROR, Level.WARNING, Level.NOTE)) {
            if (counts.containsKey(level)) {
                levels.add(TextOutput.count(counts.get(level), level.id()));
            }
        }
        text.append(String.join(", ", levels)).append(levels.isEmpty() ? "Nothing found" : "");
        text.append(" in ").append(TextOutput.count(summary.files(), "file")).append('.');
        text.append(TextOutput.leftOut(summary)).append('\n');
        if (trend != null) {
            text.append("\nAgainst the baseline: **").append(trend.fresh()).append(" new**, ");
            text.append(trend.known()).append(" known, ");
            text.append(trend.gone().size()).append(" no longer found.\n");
        }
    }

    private void notifications(StringBuilder text) {
        List<Notification> all = notifications.sorted();
        if (all.isEmpty()) {
            return;
        }
        text.append("\n**The scan is incomplete; findings may be missing.**\n\n");
        int start = text.length();
        int shown = 0;
        for (Notification notification : all) {
            String place = Notifications.place(notification);
            String item = "- " + (place.isEmpty() ? "" : Markdown.code(place) + ": ")
                    + Markdown.text(notification.message()) + "\n";
            if (shown == MOST_NOTIFICATIONS || text.length() - start + item.length() > FOR_NOTIFICATIONS) {
                break;
            }
            text.append(item);
            shown++;
        }
        int left = all.size() + notifications.left() - shown;
        if (left > 0) {
            text.append("- and ").append(TextOutput.count(left, "message")).append(" more\n");
        }
    }

    private void findings(StringBuilder text) throws IOException {
        List<Entry> entries = new ArrayList<>();
        spill.drain((rank, result) -> {
            int end = result.indexOf(SEPARATOR);
            entries.add(new Entry(rank, result.substring(0, end), result.substring(end + 1)));
        });
        if (entries.isEmpty()) {
            return;
        }
        List<Entry> rows = fitting(entries, FOR_TABLE, Entry::row);
        text.append("\n| level | rule | where | what |\n|---|---|---|---|\n");
        rows.forEach(entry -> text.append(entry.row()));
        int left = spill.size() - rows.size();
        if (left > 0) {
            text.append("\n").append(TextOutput.count(left, "finding")).append(left == 1 ? " has" : " have");
            text.append(" no room here, the least important ones; the other reports hold all.\n");
        }
        // The last sentence needs room, too.
        List<Entry> details = fitting(rows, MOST_CHARACTERS - text.length() - 200, Entry::detail);
        text.append('\n');
        details.forEach(entry -> text.append(entry.detail()));
        if (details.size() < rows.size()) {
            int without = rows.size() - details.size();
            text.append("\nFor ")
                    .append(TextOutput.count(without, "finding"))
                    .append(" of the table there is no room to tell the path.\n");
        }
    }

    /** The most important entries that fit, in the order in which all were given. */
    private static List<Entry> fitting(List<Entry> entries, int characters, Function<Entry, String> part) {
        boolean[] isKept = new boolean[entries.size()];
        int room = characters;
        for (int rank = 0; rank < Importance.RANKS; rank++) {
            for (int i = 0; i < entries.size(); i++) {
                int length = part.apply(entries.get(i)).length();
                if (entries.get(i).rank() == rank && length <= room) {
                    isKept[i] = true;
                    room -= length;
                }
            }
        }
        List<Entry> kept = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (isKept[i]) {
                kept.add(entries.get(i));
            }
        }
        return kept;
    }

    /**
     * One finding.
     *
     * @param rank its importance
     */
    private record Entry(int rank, String row, String detail) {}
}
