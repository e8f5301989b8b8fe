package dev.heed.verify.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.verify.Exploration;
import dev.heed.verify.Explorer;
import dev.heed.verify.Option;
import dev.heed.verify.Settings;
import dev.heed.verify.drive.Drive;
import dev.heed.verify.witness.Property;
import dev.heed.verify.witness.Witness;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    private static final Map<String, Set<Property>> SHOWN_BY = shownBy();

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final List<String> table = new ArrayList<>();
    private Programs programs;
    private Deviations deviations;

    private static Map<String, Set<Property>> shownBy() {
        Map<String, Set<Property>> shownBy = new TreeMap<>();
        shownBy.put("acquire-inside-try", EnumSet.of(Property.LOCK_LEAK, Property.NOT_RESTORED));
        shownBy.put("cancel-reported-as-timeout", EnumSet.of(Property.BLAMES_TIMEOUT));
        shownBy.put("cleared-interrupt", EnumSet.of(Property.SWALLOWED, Property.NOT_RESTORED));
        shownBy.put("interrupt-spin", EnumSet.of(Property.BUSY_SPIN, Property.CUT_SHORT));
        shownBy.put("interrupted-other-thread", EnumSet.of(Property.SWALLOWED, Property.NOT_RESTORED));
        shownBy.put("jump-in-finally", EnumSet.of(Property.SWALLOWED, Property.NOT_RESTORED));
        shownBy.put("release-after-await", EnumSet.of(Property.LOCK_LEAK, Property.LEAK));
        shownBy.put("restored-then-blocks", EnumSet.of(Property.CUT_SHORT));
        shownBy.put("swallowed-by-broad-catch", EnumSet.of(Property.SWALLOWED));
        shownBy.put("swallowed-interrupt", EnumSet.of(Property.SWALLOWED));
        shownBy.put("wrapped-without-restore", EnumSet.of(Property.NOT_RESTORED));
        return shownBy;
    }

    static List<String> rules() throws IOException {
        if (!System.getProperty("verify.testdata", "").equals("all")) {
            return List.copyOf(SHOWN_BY.keySet());
        }
        try (var folders = Files.list(Programs.root())) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("java")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @BeforeAll
    void prepare(@TempDir Path directory) throws IOException {
        programs = new Programs(directory);
        deviations = new Deviations();
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
        for (Program program : programs.of(rule)) {
            long start = System.nanoTime();
            List<Witness> witnesses = explore(program);
            EnumSet<Property> found = EnumSet.noneOf(Property.class);
            witnesses.forEach(witness -> found.add(witness.property()));
            boolean isShown = found.stream().anyMatch(SHOWN_BY.getOrDefault(rule, Set.of())::contains);
            boolean agrees = program.isBad() ? isShown : found.isEmpty();
            table.add(String.join(
                    "\t",
                    program.name(),
                    agrees ? "as named" : "deviates",
                    found.toString(),
                    (System.nanoTime() - start) / 1_000_000 + " ms"));
            if (!agrees && !deviations.excuse(program)) {
                wrong.put(program.name(), witnesses.toString());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(deviations.unused(rule))
                .as("lines of verify.txt that nothing needs")
                .isEmpty();
    }

    private static List<Witness> explore(Program program) throws Exception {
        List<Witness> witnesses = new ArrayList<>();
        try (Explorer explorer = Explorer.of(List.of(program.classes()), program.libraries())) {
            List<String> missing = new ArrayList<>();
            ArrayDeque<Drive> drives = new ArrayDeque<>(explorer.drives(program.classNames()::contains, missing));
            assertThat(missing).isEmpty();
            while (!drives.isEmpty()) {
                Drive drive = drives.removeFirst();
                Settings settings = Settings.defaults()
                        .withBound(Duration.ofMillis(500))
                        .with(Option.MAY_WAIT)
                        .with(Option.SKIP_SLEEPS)
                        .with(Option.OWNS_THREAD, drive.ownsThread());
                Exploration exploration = explorer.explore(drive::in, settings);
                drive.next().ifPresent(drives::addFirst);
                witnesses.addAll(exploration.witnesses());
            }
        }
        return witnesses;
    }
}
