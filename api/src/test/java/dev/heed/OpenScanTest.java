package dev.heed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.model.ModelFiles;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Step;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.Scan;
import dev.heed.engine.scan.ScanListener;
import dev.heed.engine.scan.ScanSummary;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import dev.heed.report.Baseline;
import dev.heed.report.BaselineFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the scans of one fixing tell when a baseline is given. */
class OpenScanTest {
    private static final SourceFile FILE = new Text("A.java", "class A {}\n");

    private record Text(String path, String text) implements SourceFile {
        @Override
        public String relativePath() {
            return path;
        }

        @Override
        public Language language() {
            return Language.JAVA;
        }
    }

    private final List<String> told = new ArrayList<>();
    private String next = "";

    private final ScanListener listener = new ScanListener() {
        @Override
        public void onFinding(Finding finding) {
            told.add(finding.message());
        }

        @Override
        public void onNotification(Notification notification) {}
    };

    private static Finding finding(String message) {
        Span span = new Span(1, 1, 1, 5);
        return new Finding(
                "swallowed-interrupt",
                Level.WARNING,
                Finding.Confidence.PROVED,
                FILE,
                span,
                message,
                message,
                List.of(new Step(FILE, span, "it is lost")),
                List.of(),
                "Keep it.",
                List.of());
    }

    private static Baseline baseline(String message) {
        BaselineFilter filter = new BaselineFilter(new Baseline(List.of()), Set.of("A.java"), new ScanListener() {
            @Override
            public void onFinding(Finding finding) {}

            @Override
            public void onNotification(Notification notification) {}
        });
        filter.onFinding(finding(message));
        filter.end();
        return new Baseline(filter.found());
    }

    private OpenScan scan(Baseline baseline) {
        Scan one = (input, to) -> {
            to.onFinding(finding(next));
            return new ScanSummary(input.files().size(), 0, 0, 0, Map.of(), 0, Map.of(), Map.of());
        };
        return new OpenScan(one, to -> to, Finding.Confidence.LIKELY, baseline);
    }

    private void run(OpenScan scan, String message) throws InterruptedException {
        next = message;
        scan.run(new Scan.Input(List.of(FILE), List.of(), List.of(), List.of(), ModelFiles.shippedLate(), 1), listener);
    }

    @Test
    void whatIsKnownStaysKnown() throws Exception {
        OpenScan scan = scan(baseline("A is lost."));
        run(scan, "A is lost.");
        run(scan, "A is lost.");
        assertThat(told).isEmpty();
        assertThat(scan.known()).isEqualTo(1);
        run(scan, "B is lost.");
        assertThat(told).containsExactly("B is lost.");
    }

    /** Else a fix could bring back what had been mended, and nobody would be told. */
    @Test
    void anEntryOfWhatIsGoneHidesNothingThatComesLater() throws Exception {
        OpenScan scan = scan(baseline("B is lost."));
        run(scan, "A is lost.");
        run(scan, "B is lost.");
        assertThat(told).containsExactly("A is lost.", "B is lost.");
        assertThat(scan.known()).isZero();
    }
}
