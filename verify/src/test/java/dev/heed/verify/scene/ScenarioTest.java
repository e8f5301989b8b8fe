package dev.heed.verify.scene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.verify.testdata.Deviations;
import dev.heed.verify.testdata.Example;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plays the scenarios of the rules' examples: what a scenario claims must be broken by the bad example, and hold for the mended one, or
 * for the good ones that the scenario names. {@code -Dheed.docs.update=true} writes anew what the rules' pages tell of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenarioTest {
    private static final Path ROOT = Scenarios.root();

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private Scenarios scenarios;

    static List<String> rules() throws IOException {
        return Scenarios.rules();
    }

    @BeforeAll
    void prepare(@TempDir Path directory) throws IOException {
        scenarios = new Scenarios(ROOT, directory);
        // The examples print what they log.
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    }

    @AfterAll
    void restore() {
        System.setOut(out);
        System.setErr(err);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void claimsAreBrokenByBadExamplesOnly(String rule) throws Exception {
        List<String> wrong = new ArrayList<>();
        StringBuilder told = new StringBuilder();
        for (Scene scene : scenarios.of(rule)) {
            assertThat(ROOT.resolve(rule).resolve("java").resolve(scene.file())).exists();
            List<String> holding = new ArrayList<>();
            Verdict bad = scene.play(scene.bad(), false);
            if (bad.holds()) {
                wrong.add(scene + ": holds of the bad example");
            }
            if (scene.isFixable()) {
                expectToHold(scene, scene.bad(), true, wrong);
                holding.add(scene.bad() + ".fixed.java");
            }
            for (String good : scene.good()) {
                expectToHold(scene, good, false, wrong);
                holding.add(good + ".java");
            }
            assertThat(holding).as("%s: examples of which it holds", scene).isNotEmpty();
            told.append(scene.file()).append("\nclaim: ").append(scene.claim()).append('\n');
            told.append("seen: ").append(bad.otherwise()).append('\n');
            holding.forEach(file -> told.append("holds: ").append(file).append('\n'));
            told.append('\n');
        }
        assertThat(wrong).isEmpty();
        upToDate(ROOT.resolve(rule).resolve("scenarios.txt"), told.toString());
    }

    private static void expectToHold(Scene scene, String method, boolean isMended, List<String> wrong)
            throws Exception {
        Verdict verdict = scene.play(method, isMended);
        if (!verdict.holds()) {
            wrong.add(scene + ": broken by " + method + (isMended ? ", fixed" : "") + ": " + verdict.otherwise());
        }
    }

    /** Of a rule that has scenarios, each bad example has one, or a line that says why not. */
    @Test
    void noBadExampleIsForgotten() throws IOException {
        Deviations deviations = new Deviations(ROOT);
        List<String> wrong = new ArrayList<>();
        for (String rule : rules()) {
            Path folder = ROOT.resolve(rule).resolve("java");
            for (Path file : Scenarios.files(folder)) {
                String name = file.getFileName().toString();
                Example example = new Example(rule, name, folder, Set.of(), List.of());
                boolean hasScenario = Files.exists(Scenarios.of(ROOT, rule, name));
                if (example.isBad() && deviations.excuse(example) == hasScenario) {
                    wrong.add(example.name() + (hasScenario ? ": a scenario and an excuse" : ": neither of both"));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void upToDate(Path file, String text) throws IOException {
        if (Boolean.getBoolean("heed.docs.update")) {
            Files.writeString(file, text);
        }
        assertThat(file).content().as("run it with -Dheed.docs.update=true").isEqualTo(text);
    }
}
