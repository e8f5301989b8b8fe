package dev.heed.rules.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The programs themselves: real Java, and written as {@code testdata/README.md} says. */
class TestdataFilesTest {
    private static final Pattern TYPE =
            Pattern.compile("(?m)^(?:final |abstract )*(?:class|interface|enum|record) (\\w+)");

    @Test
    void everyProgramCompilesAlone() throws IOException {
        Map<String, String> programs = new HashMap<>();
        for (TestdataFile file : Testdata.files()) {
            programs.put(file.name(), file.text());
        }
        assertThat(programs).hasSizeGreaterThan(200);
        assertThat(Javac.errors(programs)).isEmpty();
    }

    @Test
    void compilerErrorsAreSeen() throws IOException {
        Map<String, List<String>> errors =
                Javac.errors(Map.of("a", "class A { int x = \"\"; }", "b", "class B { A other; }", "c", "class C {}"));
        assertThat(errors).containsOnlyKeys("a", "b");
    }

    @Test
    void everyRuleHasEnoughPrograms() {
        for (String rule : Testdata.rules()) {
            List<TestdataFile> files =
                    Testdata.files().stream().filter(f -> f.rule().equals(rule)).toList();
            assertThat(files)
                    .as(rule)
                    .filteredOn(f -> f.kind() == TestdataFile.Kind.BAD)
                    .hasSizeGreaterThanOrEqualTo(5);
            assertThat(files)
                    .as(rule)
                    .filteredOn(f -> f.kind() == TestdataFile.Kind.GOOD)
                    .hasSizeGreaterThanOrEqualTo(8);
        }
    }

    @Test
    void badProgramsExpectTheirRuleAndGoodOnesNothing() {
        for (TestdataFile file : Testdata.files()) {
            Expectations expectations = file.expectations();
            if (file.kind() == TestdataFile.Kind.BAD) {
                assertThat(expectations.findings())
                        .as(file.name())
                        .anyMatch(f -> f.rule().equals(file.rule()))
                        .allMatch(f -> Testdata.rules().contains(f.rule()));
            } else {
                assertThat(file.text()).as(file.name()).isEqualTo(expectations.source());
            }
        }
    }

    @Test
    void fixedProgramsHaveABadTwinThatDiffers() {
        List<TestdataFile> bad = Testdata.files(TestdataFile.Kind.BAD);
        for (TestdataFile fixed : Testdata.files(TestdataFile.Kind.FIXED)) {
            assertThat(bad)
                    .as(fixed.name())
                    .anyMatch(b -> b.fixedPath().equals(fixed.path())
                            && !b.expectations().source().equals(fixed.text()));
        }
    }

    @Test
    void programsSayWhatTheyShowAndAreShort() {
        for (TestdataFile file : Testdata.files()) {
            List<String> lines = file.text().lines().toList();
            assertThat(lines.get(0)).as(file.name()).startsWith("// ").endsWith(".");
            assertThat(lines.get(1)).as(file.name()).doesNotStartWith("//");
            assertThat(lines).as(file.name()).hasSizeLessThanOrEqualTo(62);
            assertThat(file.text()).as(file.name()).endsWith("}\n").doesNotContain("\t", "\r", " \n");
        }
    }

    /** So that all programs can also be scanned together, as one project. */
    @Test
    void noTwoProgramsDeclareTheSameType() {
        Map<String, List<String>> owners = new HashMap<>();
        for (TestdataFile file : Testdata.files()) {
            Matcher types = TYPE.matcher(file.text());
            while (file.kind() != TestdataFile.Kind.FIXED && types.find()) {
                owners.computeIfAbsent(types.group(1), t -> new ArrayList<>()).add(file.name());
            }
        }
        assertThat(owners).hasSizeGreaterThan(150);
        owners.forEach((type, files) -> assertThat(files).as(type).hasSize(1));
    }
}
