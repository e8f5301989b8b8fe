package dev.heed;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Step;
import dev.heed.engine.scan.Scan;
import dev.heed.engine.scan.ScanListener;
import dev.heed.engine.scan.ScanSummary;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.util.List;
import java.util.Map;

/** A scan that finds one thing of each confidence in each file. */
final class FakeScan {

    private FakeScan() {}

    static ScanSummary run(Scan.Input input, ScanListener listener) {
        for (SourceFile file : input.files()) {
            for (Finding.Confidence confidence : Finding.Confidence.values()) {
                Span span = new Span(1, 1, 1, 5);
                listener.onFinding(new Finding(
                        "swallowed-interrupt",
                        Level.WARNING,
                        confidence,
                        file,
                        span,
                        "f",
                        "A thing is lost here.",
                        List.of(new Step(file, span, "it is lost")),
                        List.of(),
                        "Keep it.",
                        List.of()));
            }
        }
        return new ScanSummary(input.files().size(), 0, 0, 0, Map.of(), 0, Map.of(), Map.of());
    }
}
