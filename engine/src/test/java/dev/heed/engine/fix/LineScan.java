package dev.heed.engine.fix;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Step;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.Scan;
import dev.heed.engine.scan.ScanListener;
import dev.heed.engine.scan.ScanSummary;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A scan of lines: {@code bad:RULE fix=TEXT|TEXT unsafe=TEXT} is a finding of a rule, whose fixes put these texts in the place of
 * the line; {@code \n} in a text is a line end. {@code broken} is a file that cannot be read.
 */
final class LineScan implements Scan {
    private static final Pattern BAD = Pattern.compile("bad:(\\w+)");
    private static final Pattern FIX = Pattern.compile("(fix|unsafe|safe2|wide)=([^ ]*)");

    int scans;

    @Override
    public ScanSummary run(Input input, ScanListener listener) {
        scans++;
        List<Finding> found = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        for (SourceFile file : input.files()) {
            try {
                all.append(file.text());
                List<String> lines = file.text().lines().toList();
                for (int i = 0; i < lines.size(); i++) {
                    if (lines.get(i).startsWith("broken")) {
                        listener.onNotification(
                                Notification.incomplete(file.path(), new Span(i + 1, 1, i + 1, 2), "It is broken."));
                    }
                    check(file, lines, i, found);
                }
            } catch (IOException e) {
                listener.onNotification(Notification.incomplete(file.path(), null, String.valueOf(e.getMessage())));
            }
        }
        // A finding in one file that depends on another one.
        if (all.toString().lines().anyMatch("SENDS"::equals)) {
            for (SourceFile file : input.files()) {
                if (file.path().equals("Receiver.java")) {
                    found.add(finding(file, "received", new Span(1, 1, 1, 2), List.of()));
                }
            }
        }
        found.sort(Finding.ORDER);
        found.forEach(listener::onFinding);
        return new ScanSummary(input.files().size(), 0, 0, found.size(), Map.of(), 0, Map.of(), Map.of());
    }

    private static void check(SourceFile file, List<String> lines, int index, List<Finding> found) {
        String line = lines.get(index);
        Matcher bad = BAD.matcher(line);
        if (!bad.find()) {
            return;
        }
        List<Fix> fixes = new ArrayList<>();
        Matcher matcher = FIX.matcher(line);
        while (matcher.find()) {
            Fix.Safety safety = matcher.group(1).equals("unsafe") ? Fix.Safety.UNSAFE : Fix.Safety.SAFE;
            int last = matcher.group(1).equals("wide") ? index + 2 : index + 1;
            String text = matcher.group(2).replace("\\n", "\n").replace("_", " ");
            int length = lines.get(last - 1).length();
            fixes.add(new Fix(
                    "Write " + text.strip().replace("\n", " "),
                    safety,
                    List.of(new TextEdit(file, new Span(index + 1, 1, last, length + 1), text))));
        }
        found.add(finding(
                file,
                bad.group(1),
                new Span(index + 1, bad.start() + 1, index + 1, bad.end() + 1),
                List.copyOf(fixes)));
    }

    private static Finding finding(SourceFile file, String rule, Span span, List<Fix> fixes) {
        return new Finding(
                rule,
                Level.WARNING,
                Finding.Confidence.PROVED,
                file,
                span,
                "line",
                rule + " is bad.",
                List.of(new Step(file, span, "it is here")),
                List.of(),
                "Mend it.",
                fixes);
    }

    /** A file in memory whose text can be changed by others. */
    static final class Text implements SourceFile {
        private final String path;
        String text;

        Text(String path, String text) {
            this.path = path;
            this.text = text;
        }

        @Override
        public String path() {
            return path;
        }

        @Override
        public String relativePath() {
            return path;
        }

        @Override
        public Language language() {
            return Language.JAVA;
        }

        @Override
        public String text() {
            return text;
        }
    }
}
