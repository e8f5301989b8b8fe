package dev.heed.report;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Step;
import dev.heed.engine.source.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes many findings: {@code FORMAT FILE NUMBER}, with {@code -} for standard output. */
final class ManyFindings {
    private static final int PER_FILE = 100;
    private static final Finding MODEL = FakeFindings.swallowed();
    private static final String CODE = FakeFindings.WORKER.content().repeat(40);

    private ManyFindings() {}

    public static void main(String[] args) throws IOException {
        int number = Integer.parseInt(args[2]);
        ReportContext context = FakeFindings.context().resultLimit(number).build();
        try (Reports reports = new Reports(context)) {
            ReportFormat format = ReportFormat.of(args[0]).orElseThrow();
            if (args[1].equals("-")) {
                reports.add(format, new StandardOutput(), StandardCharsets.UTF_8);
            } else {
                reports.add(format, Path.of(args[1]));
            }
            for (int i = 0; i < number; i++) {
                reports.onFinding(finding(i));
            }
            reports.end(
                    new dev.heed.engine.scan.ScanSummary(
                            number / PER_FILE, 0, 0, number, Map.of(), 0, Map.of(), Map.of()),
                    1);
        }
    }

    /** The same code in ever new files; what is cached of them must go. */
    private static Finding finding(int i) {
        FakeSource source = new FakeSource(String.format("src/A%06d.java", i / PER_FILE), CODE);
        int shift = i % PER_FILE;
        return new Finding(
                MODEL.rule(),
                MODEL.level(),
                MODEL.confidence(),
                source,
                down(MODEL.span(), shift),
                MODEL.function(),
                MODEL.message() + " " + i,
                MODEL.path().stream()
                        .map(s -> new Step(source, down(s.span(), shift), s.message()))
                        .toList(),
                List.of(),
                MODEL.remedy(),
                MODEL.fixes());
    }

    private static Span down(Span span, int lines) {
        return new Span(
                span.startLine() + lines, 1, span.endLine() + lines, 1 + (span.endLine() == span.startLine() ? 0 : 1));
    }
}
