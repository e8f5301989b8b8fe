package dev.heed.maven;

import dev.heed.ExitCode;
import dev.heed.ScanOutcome;
import dev.heed.Version;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.RuleDescriptor;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.ScanSummary;
import dev.heed.report.Baseline;
import dev.heed.report.BaselineTrend;
import dev.heed.report.ReportContext;
import dev.heed.report.ReportFormat;
import dev.heed.report.Reports;
import dev.heed.report.SourceLinks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.SessionData;
import org.jspecify.annotations.Nullable;

/** The modules of one build that have been scanned until now. Thread-safe. */
final class Reactor {
    private final Map<Integer, Part> parts = new TreeMap<>();

    /** What was found in one module. */
    record Part(ScanOutcome outcome, List<Finding> findings, List<Notification> notifications) {
        Part {
            findings = List.copyOf(findings);
            notifications = List.copyOf(notifications);
        }
    }

    /** That of a build: Maven keeps it for us as long as the build runs. */
    static Reactor of(MavenSession session) {
        SessionData data = session.getRepositorySession().getData();
        data.set(Reactor.class, null, new Reactor());
        return (Reactor) data.get(Reactor.class);
    }

    /**
     * Adds a module.
     *
     * @param position in the order of the build: whatever module ends first, the reports are the same
     * @param part null if it has no sources
     */
    synchronized void add(int position, @Nullable Part part) {
        if (part != null) {
            parts.put(position, part);
        }
    }

    /**
     * Writes reports on what was added.
     *
     * @throws IOException if one cannot be written; the message is a sentence
     */
    synchronized void write(Path root, Map<ReportFormat, Path> files) throws IOException {
        TreeSet<RuleDescriptor> rules = new TreeSet<>();
        List<Finding> findings = new ArrayList<>();
        for (Part part : parts.values()) {
            rules.addAll(part.outcome.rules());
            findings.addAll(part.findings);
        }
        findings.sort(Finding.ORDER);
        ReportContext context = ReportContext.builder(Version.number(), List.copyOf(rules))
                .workingDirectory(root)
                .links(SourceLinks.of(System.getenv()))
                .build();
        try (Reports reports = new Reports(context)) {
            for (Map.Entry<ReportFormat, Path> file : files.entrySet()) {
                reports.add(file.getKey(), file.getValue());
            }
            findings.forEach(reports::onFinding);
            parts.values().forEach(part -> part.notifications.forEach(reports::onNotification));
            ScanSummary summary = summary();
            trend().ifPresent(reports::compared);
            reports.end(summary, summary.incomplete() > 0 ? ExitCode.INCOMPLETE : ExitCode.CLEAN);
        }
    }

    /** What has become of the baseline; what no module could find is elsewhere. */
    private Optional<BaselineTrend> trend() {
        int fresh = 0;
        int known = 0;
        Set<Baseline.Entry> gone = new LinkedHashSet<>();
        Set<Baseline.Entry> elsewhere = null;
        for (Part part : parts.values()) {
            ScanOutcome.Comparison module = part.outcome.comparison();
            if (module == null) {
                return Optional.empty();
            }
            fresh += module.fresh().size();
            known += module.known().size();
            gone.addAll(module.gone());
            if (elsewhere == null) {
                elsewhere = new LinkedHashSet<>(module.elsewhere());
            } else {
                elsewhere.retainAll(new LinkedHashSet<>(module.elsewhere()));
            }
        }
        return elsewhere == null
                ? Optional.empty()
                : Optional.of(new BaselineTrend(fresh, known, List.copyOf(gone), elsewhere.size()));
    }

    private ScanSummary summary() {
        int files = 0;
        long lines = 0;
        int functions = 0;
        int findings = 0;
        int incomplete = 0;
        int suppressed = 0;
        int known = 0;
        int filesChecked = 0;
        int inParts = 1;
        Map<String, Integer> byRule = new TreeMap<>();
        for (Part part : parts.values()) {
            ScanSummary one = part.outcome.summary();
            files += one.files();
            lines += one.lines();
            functions += one.functions();
            findings += one.findings();
            incomplete += one.incomplete();
            suppressed += one.suppressed();
            known += one.known();
            filesChecked += one.filesChecked();
            inParts = Math.max(inParts, one.parts());
            one.findingsByRule().forEach((rule, count) -> byRule.merge(rule, count, Integer::sum));
        }
        return new ScanSummary(
                files,
                lines,
                functions,
                findings,
                byRule,
                incomplete,
                Map.of(),
                Map.of(),
                suppressed,
                known,
                filesChecked,
                inParts);
    }
}
