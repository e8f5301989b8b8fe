package dev.heed;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.Scan;
import dev.heed.engine.scan.ScanListener;
import dev.heed.engine.scan.ScanSummary;
import dev.heed.engine.source.SourceFile;
import dev.heed.report.Baseline;
import dev.heed.report.BaselineFilter;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Scans the same sources again and again while they are being changed, and tells only of what is open: neither suppressed nor known
 * from a baseline, and sure enough.
 */
final class OpenScan implements Scan {
    private final Scan scan;
    private final UnaryOperator<ScanListener> settings;
    private final Finding.Confidence confidence;
    private @Nullable Baseline baseline;
    private int known = -1;

    /**
     * A scan of which nothing has run yet.
     *
     * @param settings puts in front of a listener what the configuration says of single rules and files
     * @param confidence how sure Heed must be of what it tells
     */
    OpenScan(
            Scan scan,
            UnaryOperator<ScanListener> settings,
            Finding.Confidence confidence,
            @Nullable Baseline baseline) {
        this.scan = scan;
        this.settings = settings;
        this.confidence = confidence;
        this.baseline = baseline;
    }

    /** How many findings of the first scan the baseline knows. */
    int known() {
        return Math.max(0, known);
    }

    @Override
    public ScanSummary run(Input input, ScanListener listener) throws InterruptedException {
        ScanListener open = open(listener);
        if (baseline == null) {
            return scan.run(input, settings.apply(open));
        }
        BaselineFilter filter = new BaselineFilter(
                baseline, input.files().stream().map(SourceFile::path).collect(Collectors.toSet()), open);
        ScanSummary summary = scan.run(input, settings.apply(filter));
        filter.end();
        if (known < 0) {
            // An entry of what is gone by now must not hide what a change brings.
            baseline = new Baseline(filter.known());
            known = filter.known().size();
        }
        return summary;
    }

    private ScanListener open(ScanListener listener) {
        return new ScanListener() {
            @Override
            public void onFinding(Finding finding) {
                if (!finding.isSuppressed() && finding.confidence().compareTo(confidence) <= 0) {
                    listener.onFinding(finding);
                }
            }

            @Override
            public void onNotification(Notification notification) {
                listener.onNotification(notification);
            }
        };
    }
}
