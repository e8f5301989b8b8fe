package dev.heed.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.FailOn;
import dev.heed.engine.rule.Finding;
import dev.heed.report.ReportFormat;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

class ChoicesTest {

    @Test
    void readsWords() throws MojoExecutionException {
        assertThat(Choices.failOn("Warning ")).isEqualTo(FailOn.WARNING);
        assertThat(Choices.confidence("proved")).isEqualTo(Finding.Confidence.PROVED);
        assertThat(Choices.formats(List.of("sarif", "json", "sarif")))
                .containsExactly(ReportFormat.SARIF, ReportFormat.JSON);
    }

    @Test
    void saysWhatThereIs() {
        assertThatThrownBy(() -> Choices.failOn("critical"))
                .hasMessage("heed.failOn: there is no level \"critical\"; there are note, warning, error, never.");
        assertThatThrownBy(() -> Choices.confidence("likly"))
                .hasMessage("heed.confidence: there is no confidence \"likly\"; did you mean likely?");
        assertThatThrownBy(() -> Choices.formats(List.of("sarif2")))
                .hasMessage("heed.reports: there is no format \"sarif2\"; did you mean sarif?");
    }
}
