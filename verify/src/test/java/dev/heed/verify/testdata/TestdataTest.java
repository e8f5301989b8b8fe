package dev.heed.verify.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.verify.Exploration;
import dev.heed.verify.Explorer;
import dev.heed.verify.Option;
import dev.heed.verify.Settings;
import dev.heed.verify.check.Evidence;
import dev.heed.verify.drive.Drive;
import dev.heed.verify.scene.Scenarios;
import dev.heed.verify.witness.Property;
import dev.heed.verify.witness.Witness;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the rules' examples: a bad one must fail with a property that its rule is about, a good or a fixed one must not fail. What each
 * came to is written to {@code target/verify-testdata.tsv}; {@code -Dverify.testdata=all} takes the rules whose bad examples no cancel
 * shows, too.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TestdataTest {
    private static final Evidence EVIDENCE = Evidence.load();

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final List<String> table = new ArrayList<>();
    private Examples programs;
    private Deviations deviations;

    static List<String> rules() throws IOException {
        if (!System.getProperty("verify.testdata", "").equals("all")) {
            return List.copyOf(EVIDENCE.rules());
        }
        try (var folders = Files.list(Scenarios.root())) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("java")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** Real libraries where the tests have them. */
    private static List<Path> libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .toList();
    }

    @BeforeAll
    void prepare(@TempDir Path directory) throws IOException {
        programs = new Examples(Scenarios.root(), directory, libraries());
        deviations = new Deviations(Scenarios.root());
        // The examples print what they log; that has been seen by the probes.
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    }

    @AfterAll
    void report() throws IOException {
        System.setOut(out);
        System.setErr(err);
        Files.write(Path.of("target", "verify-testdata.tsv"), table);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void examplesBehaveAsTheirNamesSay(String rule) throws Exception {
        Map<String, String> wrong = new LinkedHashMap<>();
        StringBuilder shownOnPage = new StringBuilder();
        Set<Property> shownBy = EVIDENCE.of(rule).map(Evidence.Line::properties).orElse(Set.of());
        for (Example program : programs.of(rule)) {
            long start = System.nanoTime();
            List<Witness> witnesses = explore(program, shownBy);
            EnumSet<Property> found = EnumSet.noneOf(Property.class);
            witnesses.forEach(witness -> found.add(witness.property()));
            if (program.isBad()) {
                shown(witnesses, shownBy)
                        .ifPresent(witness -> shownOnPage
                                .append(program.file())
                                .append('\n')
                                .append(witness.text())
                                .append("\n\n"));
            }
            boolean isShown = found.stream().anyMatch(shownBy::contains);
            boolean agrees = program.isBad() ? isShown : found.isEmpty();
            table.add(String.join(
                    "\t",
                    program.name(),
                    agrees ? "as named" : "deviates",
                    found.toString(),
                    (System.nanoTime() - start) / 1_000_000 + " ms"));
            if (!agrees && !hasScenario(program) && !deviations.excuse(program)) {
                wrong.put(program.name(), witnesses.toString());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(deviations.unused(rule))
                .as("lines of verify.txt that nothing needs")
                .isEmpty();
        if (!shownBy.isEmpty()) {
            upToDate(Scenarios.root().resolve(rule).resolve("witnesses.txt"), shownOnPage.toString());
        }
    }

    /** What no delivered cancellation shows is shown by a scenario of its own; see {@code ScenarioTest}. */
    private static boolean hasScenario(Example program) {
        return program.isBad() && Files.exists(Scenarios.of(Scenarios.root(), program.rule(), program.file()));
    }

    /** What the rule's page shows; of the scenario's own thread if there is one, whose steps come in one order only. */
    private static Optional<Witness> shown(List<Witness> witnesses, Set<Property> shownBy) {
        return witnesses.stream()
                .filter(witness -> shownBy.contains(witness.property()))
                .min(Comparator.comparing(witness -> !witness.point().role().equals("T0")));
    }

    private static void upToDate(Path file, String text) throws IOException {
        if (Boolean.getBoolean("heed.docs.update")) {
            Files.writeString(file, text);
        }
        assertThat(file).exists();
        assertThat(heads(Files.readString(file)))
                .as("run it with -Dheed.docs.update=true")
                .isEqualTo(heads(text));
    }

    /**
     * Each example with the property that it violates. Of two ways in which that shows, such as a wait without end and a return,
     * a slow machine may come to one first, and a fast one to the other.
     */
    private static List<String> heads(String witnesses) {
        return witnesses
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .map(line -> line.contains(": ") ? line.substring(0, line.indexOf(':')) : line)
                .toList();
    }

    private static List<Witness> explore(Example program, Set<Property> shownBy) throws Exception {
        List<Witness> witnesses = new ArrayList<>();
        try (Explorer explorer = Explorer.of(
                List.of(program.classes()),
                program.libraries(),
                shownBy.stream().anyMatch(Property::needsFailures))) {
            List<String> missing = new ArrayList<>();
            ArrayDeque<Drive> drives = new ArrayDeque<>(explorer.drives(program.classNames()::contains, missing));
            assertThat(missing).isEmpty();
            while (!drives.isEmpty()) {
                Drive drive = drives.removeFirst();
                Settings settings = Settings.defaults()
                        .withBound(Duration.ofMillis(500))
                        .with(Option.MAY_WAIT)
                        .with(Option.SKIP_SLEEPS)
                        .with(Option.OWNS_THREAD, drive.ownsThread())
                        .withRequested(shownBy);
                Exploration exploration = explorer.explore(drive::in, settings);
                drive.next().ifPresent(drives::addFirst);
                witnesses.addAll(exploration.witnesses());
            }
        }
        return witnesses;
    }
}
