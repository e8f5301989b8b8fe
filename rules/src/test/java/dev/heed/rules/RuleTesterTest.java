package dev.heed.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.Step;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The tester tells wrong from right: with a rule that reports every method whose name begins with "bad". */
class RuleTesterTest {
    private final RuleTester tester = RuleTester.of(List.of(new BadNames()));

    private static final class BadNames implements Rule {
        @Override
        public void check(FunctionFates fates, Consumer<Finding> findings) {
            var function = fates.function();
            if (function.displayName().startsWith("bad")) {
                findings.accept(new Finding(
                        "bad-name",
                        Level.NOTE,
                        Finding.Confidence.PROVED,
                        function.file(),
                        function.nameSpan(),
                        function.displayName(),
                        "'" + function.displayName() + "' is a bad name.",
                        List.of(new Step(function.file(), function.nameSpan(), "named here")),
                        List.of(),
                        "Rename it.",
                        List.of()));
            }
        }
    }

    @Test
    void acceptsWhatTheMarkersSay() {
        tester.check("A.java", "class A {\n    void good() {}\n}\n");
        tester.check(
                "A.java", "class A {\n    void bad() {} // heed: bad-name note \"'bad'\" // step 1: \"named\"\n}\n");
    }

    @Test
    void refusesAFindingWithoutMarker() {
        assertThatThrownBy(() -> tester.check("A.java", "class A {\n    void bad() {}\n}\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("unexpected line 2: bad-name note");
    }

    @Test
    void refusesAMarkerWithoutFinding() {
        assertThatThrownBy(() -> tester.check("A.java", "class A {\n    void good() {} // heed: bad-name\n}\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("missing line 2: bad-name");
    }

    @Test
    void refusesAnotherTextLevelOrStep() {
        for (String marker : List.of("\"'worse'\"", "warning", "// step 1: \"called\"", "// step 2: \"named\"")) {
            assertThatThrownBy(() -> tester.check("A.java", "class A { void bad() {} } // heed: bad-name " + marker))
                    .as(marker)
                    .isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void refusesWhatCannotBeAnalyzed() {
        assertThatThrownBy(() -> tester.check("A.java", "class A { void good( { } }"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("INCOMPLETE");
    }

    @Test
    void refusesFindingsInCompanions() {
        RuleTester withBad = tester.withSources(List.of(new MemoryFile("B.java", "class B { void badToo() {} }")));
        assertThatCode(() -> tester.check("A.java", "class A {}")).doesNotThrowAnyException();
        assertThatThrownBy(() -> withBad.check("A.java", "class A {}")).hasMessageContaining("unexpected in B.java");
        assertThat(withBad.scan("A.java", "class A {}").findings()).hasSize(1);
    }
}
