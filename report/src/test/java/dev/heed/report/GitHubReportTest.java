package dev.heed.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class GitHubReportTest {

    @Test
    void eachFindingIsACommand() {
        assertThat(written(FakeFindings.swallowed()))
                .isEqualTo(
                        "::warning file=src/main/java/app/Worker.java,line=19,endLine=19,col=15,"
                                + "title=heed%3A swallowed-interrupt::The interrupt caught here is logged and lost; 'run' keeps"
                                + " taking jobs after shutdown.%0A%0A1. line 17: 'take' delivers the interrupt"
                                + "%0A2. line 19: it is caught; the thread's interrupt status is clear"
                                + "%0A3. line 15: the loop goes on; the interrupt is lost"
                                + "%0A%0ALeave the loop when interrupted, and set the status again for those who called 'run'.\n");
        assertThat(written(FakeFindings.wrapped()))
                .startsWith("::notice file=src/main/java/app/Pool.java,")
                .contains("%0A1. lib/net-1.0-sources.jar!/net/Connections.java:5: 'await'");
    }

    @Test
    void givesColumnsForOneLineOnly() {
        FakeSource source = new FakeSource("A.java", "ab\ncd\n");

        assertThat(written(FakeFindings.plain(source, new Span(1, 2, 2, 1), "No.")))
                .startsWith("::warning file=A.java,line=1,endLine=2,title=");
    }

    @Test
    void nothingInAFindingEndsItsCommandOrBeginsAnother() {
        String report = written(FakeFindings.plain(
                new FakeSource("a,line=9::b%\n::error::c.java", "x"),
                new Span(1, 1, 1, 2),
                "50%\r\n::stop-commands::x"));

        assertThat(report.lines())
                .singleElement()
                .asString()
                .startsWith("::warning file=a%2Cline=9%3A%3Ab%25 %3A%3Aerror%3A%3Ac.java,line=1,")
                .contains("::50%25  ::stop-commands::x%0A");
    }

    @Test
    void whatWasNotAnalyzedIsAnError() {
        assertThat(Written.by(
                        ReportFormat.GITHUB, FakeFindings.context().build(), List.of(), List.of(FakeFindings.broken())))
                .isEqualTo("::error file=src/main/java/app/Broken.java,line=3,endLine=3,col=7,"
                        + "title=heed%3A incomplete-scan::The method 'f' is not analyzed: its syntax is wrong here."
                        + " Mend it and scan again.\n");
    }

    @Test
    void aCleanScanSaysNothing() {
        assertThat(Written.by(ReportFormat.GITHUB, FakeFindings.context().build(), List.of(), List.of()))
                .isEmpty();
    }

    private static String written(Finding finding) {
        return Written.by(ReportFormat.GITHUB, FakeFindings.context().build(), List.of(finding), List.of());
    }
}
