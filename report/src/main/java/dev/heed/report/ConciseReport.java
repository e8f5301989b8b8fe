package dev.heed.report;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.ScanSummary;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;

/** One line for each finding, as compilers print it: {@code path:line:column: level[rule] message}. */
final class ConciseReport implements Report {
    private final TextOutput out;

    ConciseReport(OutputStream stream, Charset charset) {
        this.out = new TextOutput(stream, charset);
    }

    @Override
    public void begin(ReportContext context) {
        out.begin(context);
    }

    @Override
    public void finding(Finding finding) throws IOException {
        out.count(finding);
        boolean colour = out.context().colour();
        String level = finding.level().id() + "[" + DisplayText.inline(finding.rule()) + "]";
        out.write(Style.STRONG.paint(colour, DisplayText.inline(finding.file().path()))
                + ":" + finding.span().startLine()
                + ":" + finding.span().startColumn() + ": "
                + Style.of(finding.level()).paint(colour, level) + " "
                + DisplayText.inline(finding.message()) + "\n");
    }

    @Override
    public void notification(Notification notification) {
        out.notification(notification);
    }

    @Override
    public void end(ScanSummary summary, int exitCode) throws IOException {
        out.end(summary);
    }
}
