package dev.heed.cli;

import dev.heed.engine.cache.CachedScan;
import dev.heed.engine.scan.ProgramScan;
import dev.heed.engine.scan.ScanSummary;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a scan did, in numbers. */
final class Statistics {

    private Statistics() {}

    /** One line. */
    static String summary(ScanSummary summary) {
        return plural(summary.findings(), "finding") + " in " + plural(summary.files(), "file")
                + (summary.incomplete() == 0 ? "." : "; the scan is incomplete.");
    }

    /** Findings by rule, then what took how long; that of the rules is the sum over all threads. */
    static String table(ScanSummary summary) {
        StringBuilder text = new StringBuilder();
        List<Map.Entry<String, Integer>> rules = summary.findingsByRule().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        for (Map.Entry<String, Integer> rule : rules) {
            text.append(String.format(Locale.ROOT, "%8d  %s%n", rule.getValue(), rule.getKey()));
        }
        text.append(String.format(Locale.ROOT, "%8d  findings%n", summary.findings()));
        text.append(String.format(Locale.ROOT, "%8d  files%n", summary.files()));
        text.append(String.format(Locale.ROOT, "%8d  lines%n", summary.lines()));
        text.append(String.format(Locale.ROOT, "%8d  functions%n", summary.functions()));
        text.append(String.format(Locale.ROOT, "%8d  files looked at by the rules%n", summary.filesChecked()));
        if (summary.parts() > 1) {
            text.append(String.format(
                    Locale.ROOT,
                    "%8d  parts, one after the other: the heap is too small for all at once%n",
                    summary.parts()));
        }
        if (summary.phases().containsKey(ProgramScan.REUSE)) {
            text.append("          what the edited files do not touch is that of an earlier scan%n".formatted());
        }
        if (summary.phases().containsKey(CachedScan.PHASE)) {
            text.append("          nothing has changed: the result is that of an earlier scan%n".formatted());
        }
        summary.phases().forEach((phase, time) -> text.append(seconds(time, phase)));
        summary.checks().entrySet().stream()
                .sorted(Map.Entry.<String, Duration>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(check -> text.append(seconds(check.getValue(), "  " + check.getKey())));
        return text.toString();
    }

    private static String seconds(Duration time, String what) {
        return String.format(Locale.ROOT, "%8.2f  s %s%n", time.toMillis() / 1000.0, what);
    }

    private static String plural(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
