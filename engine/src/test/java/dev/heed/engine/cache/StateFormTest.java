package dev.heed.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.dependency.Dependency;
import dev.heed.engine.dependency.Question;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.Outline;
import dev.heed.engine.scan.ScanState;
import dev.heed.engine.scan.ScanState.Checked;
import dev.heed.engine.scan.ScanState.Functions;
import dev.heed.engine.source.ContentId;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import dev.heed.engine.source.Words;
import dev.heed.engine.testing.FakeSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateFormTest {
    private static final SourceFile A = new FakeSource("a");
    private static final SourceFile B = new FakeSource("b");
    private static final List<SourceFile> FILES = List.of(A, B);
    private static final List<ContentId> CONTENTS = List.of(ContentId.of("text of a"), ContentId.of("text of b"));
    private static final Outline OUTLINE =
            new Outline(ContentId.of("outline"), Map.of("open", 1L, "shut", -2L), Map.of("own", 3L));
    private static final Words STOP = Words.of(List.of("stop", "close"));
    private static final Question QUESTION = new Question(STOP, Words.of(List.of("wait")));

    private static ScanState state(Dependency checked, Dependency restoring) {
        Finding finding = new Finding(
                "rule",
                Level.ERROR,
                Finding.Confidence.LIKELY,
                B,
                new Span(1, 2, 3, 4),
                "f",
                "Message.",
                List.of(),
                List.of(),
                "Remedy.",
                List.of());
        return new ScanState(
                Map.of("a", OUTLINE),
                List.of(Notification.info(null, "general")),
                Map.of("b", new Checked(checked, 7, List.of(finding))),
                Map.of("a", new Functions(restoring, List.of("f", "g"))),
                Map.of());
    }

    private static byte[] written(ScanState state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StateForm.write(new DataOutputStream(bytes), state, FILES, CONTENTS);
        return bytes.toByteArray();
    }

    private static ScanState read(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        StateForm.Files first = StateForm.files(in);
        assertThat(first.contents()).isEqualTo(CONTENTS);
        ScanState state = StateForm.state(in, first, FILES);
        assertThat(in.read()).isEqualTo(-1);
        return state;
    }

    @Test
    void whatIsReadIsWhatWasWritten() throws IOException {
        Dependency callee = Dependency.of(List.of(A), List.of(), List.of()).named("summary f", -7);
        Dependency callers = Dependency.gathered("callers f", QUESTION, Map.of(B, "f 1\ng 2"));
        Dependency root =
                Dependency.of(List.of(A, B), List.of(callee, callers), List.of(new Question(STOP, null), QUESTION));
        ScanState state = read(written(state(root, callee)));
        assertThat(state.outlines()).containsExactly(Map.entry("a", OUTLINE));
        assertThat(state.general()).containsExactly(Notification.info(null, "general"));
        assertThat(state.workers()).isEmpty();
        Checked checked = state.checked().get("b");
        assertThat(checked.functions()).isEqualTo(7);
        assertThat(checked.findings()).hasSize(1).allMatch(finding -> finding.file() == B);
        Dependency read = checked.basis();
        assertThat(read.files()).containsExactly(A, B);
        assertThat(read.questions()).hasSize(2);
        assertThat(read.questions())
                .anyMatch(question -> question.also() != null
                        && question.concerns(Words.of(List.of("close", "wait")))
                        && !question.concerns(Words.of(List.of("close")))
                        && !question.concerns(Words.of(List.of("wait"))));
        assertThat(read.questions())
                .anyMatch(question -> question.also() == null && question.concerns(Words.of(List.of("stop"))));
        assertThat(read.results()).hasSize(2);
        Dependency named = read.results().stream()
                .filter(result -> !result.isGathered())
                .findAny()
                .orElseThrow();
        assertThat(named.name()).isEqualTo("summary f");
        assertThat(named.digest()).isEqualTo(-7);
        assertThat(named.files()).containsExactly(A);
        assertThat(state.restoring().get("a").basis()).isSameAs(named);
        assertThat(state.restoring().get("a").names()).containsExactly("f", "g");
        Dependency gathered =
                read.results().stream().filter(Dependency::isGathered).findAny().orElseThrow();
        assertThat(gathered.name()).isEqualTo("callers f");
        assertThat(gathered.shares()).containsExactly(Map.entry(B, "f 1\ng 2"));
    }

    @Test
    void whatIsEqualIsWrittenOnce() throws IOException {
        Dependency once = Dependency.of(List.of(A, B), List.of(), List.of()).named("summary f", 7);
        Dependency again = Dependency.of(List.of(B, A), List.of(), List.of()).named("summary f", 7);
        Dependency other = Dependency.of(List.of(B, A), List.of(), List.of()).named("summary f", 8);
        ScanState same = read(written(state(once, again)));
        assertThat(same.checked().get("b").basis())
                .isSameAs(same.restoring().get("a").basis());
        ScanState different = read(written(state(once, other)));
        assertThat(different.checked().get("b").basis())
                .isNotSameAs(different.restoring().get("a").basis());
    }

    @Test
    void theSameStateIsWrittenTheSame() throws IOException {
        Dependency one = Dependency.of(List.of(A, B), List.of(), List.of(QUESTION));
        Dependency two = Dependency.of(List.of(B, A), List.of(), List.of(QUESTION));
        Dependency rest = Dependency.of(List.of(), List.of(one), List.of());
        assertThat(written(state(one, rest))).isEqualTo(written(state(two, rest)));
    }
}
