package dev.heed.engine.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextChangesTest {
    private static final LineScan.Text FILE = new LineScan.Text("A.java", "");

    private static TextEdit edit(int line, int column, int endLine, int endColumn, String text) {
        return new TextEdit(FILE, new Span(line, column, endLine, endColumn), text);
    }

    private static TextChanges changes(String text, TextEdit... edits) {
        TextChanges changes = TextChanges.of(text, List.of(edits));
        assertThat(changes).isNotNull();
        return changes;
    }

    @Test
    void editsAreMadeInAnyOrderAndOnceOnly() {
        TextEdit insertion = edit(2, 2, 2, 2, "!");
        assertThat(changes("ab\ncd\n", insertion, edit(1, 1, 1, 3, "xyz"), insertion)
                        .text())
                .isEqualTo("xyz\nc!d\n");
    }

    @Test
    void editsThatOverlapOrLieOutsideAreNone() {
        assertThat(TextChanges.of("abcd\n", List.of(edit(1, 1, 1, 3, "x"), edit(1, 2, 1, 4, "y"))))
                .isNull();
        assertThat(TextChanges.of("abcd\n", List.of(edit(3, 1, 3, 1, "x")))).isNull();
        assertThat(TextChanges.of("abcd\n", List.of(edit(1, 7, 1, 7, "x")))).isNull();
    }

    @Test
    void placesMoveWithTheTextAroundThem() {
        TextChanges changes = changes("one\ntwo\nthree\n", edit(2, 1, 2, 1, "new\n"), edit(3, 2, 3, 4, ""));
        assertThat(changes.text()).isEqualTo("one\nnew\ntwo\ntee\n");
        assertThat(changes.map(new Span(1, 1, 1, 4))).isEqualTo(new Span(1, 1, 1, 4));
        assertThat(changes.map(new Span(2, 1, 2, 4))).isEqualTo(new Span(3, 1, 3, 4));
        assertThat(changes.map(new Span(3, 1, 3, 6))).isEqualTo(new Span(4, 1, 4, 4));
        assertThat(changes.map(new Span(3, 3, 3, 6))).isNull();
    }

    @Test
    void whatAnEditLeavesAsItIsCountsAsUntouched() {
        TextChanges changes = changes("  x();\n", edit(1, 1, 1, 7, "    x();"));
        assertThat(changes.map(new Span(1, 3, 1, 6))).isEqualTo(new Span(1, 5, 1, 8));
    }

    @Test
    void carriageReturnsEndLines() {
        assertThat(changes("a\r\nb\rc\n", edit(3, 1, 3, 2, "x")).text()).isEqualTo("a\r\nb\rx\n");
    }

    @Test
    void importsGoWithTheirLastUse() {
        String before = "import a.B;\nimport a.C;\nimport a.D;\n\nclass E {\n    B b = new C();\n}\n";
        String after = before.replace("new C()", "null");
        assertThat(TextChanges.of(after, UnusedImports.of(before, after)))
                .isNotNull()
                .satisfies(changes -> assertThat(changes.text())
                        .isEqualTo("import a.B;\nimport a.D;\n\nclass E {\n    B b = null;\n}\n"));
        String told = after.replace("class E", "// No C here.\nclass E");
        assertThat(UnusedImports.of(before, told)).isEmpty();
    }
}
