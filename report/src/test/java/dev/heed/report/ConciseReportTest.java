package dev.heed.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConciseReportTest {

    @Test
    void hasOneLineForEachFinding() {
        assertThat(Written.by(
                        ReportFormat.CONCISE,
                        FakeFindings.context().build(),
                        FakeFindings.both(),
                        List.of(FakeFindings.broken())))
                .isEqualTo("""
                        src/main/java/app/Pool.java:11:5: note[wrapped-without-restore] The interrupt leaves 'borrow' as an IllegalStateException, assuming that 'await' is net.Connections.await.
                        src/main/java/app/Worker.java:19:15: warning[swallowed-interrupt] The interrupt caught here is logged and lost; 'run' keeps taking jobs after shutdown.
                        incomplete: src/main/java/app/Broken.java:3:7: The method 'f' is not analyzed: its syntax is wrong here. Mend it and scan again.

                        Found 2 findings (1 warning, 1 note) in 120 files. The scan is incomplete: 1 input was not fully analyzed.
                        """);
    }

    @Test
    void keepsToOneLineWhateverTheNames() {
        Finding finding =
                FakeFindings.plain(new FakeSource("a\nb\033[2J.java", "x"), new Span(1, 1, 1, 2), "one\r\ntwo.");

        assertThat(Written.by(
                                ReportFormat.CONCISE,
                                FakeFindings.context()
                                        .verbosity(ReportContext.Verbosity.QUIET)
                                        .build(),
                                List.of(finding),
                                List.of())
                        .lines())
                .containsExactly("a b\u241b[2J.java:1:1: warning[swallowed-interrupt] one  two.");
    }
}
