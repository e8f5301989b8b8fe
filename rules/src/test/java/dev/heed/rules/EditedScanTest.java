package dev.heed.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.cache.CacheStore;
import dev.heed.engine.cache.CachedScan;
import dev.heed.engine.model.ModelFiles;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.Step;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.ProgramScan;
import dev.heed.engine.scan.Scan;
import dev.heed.engine.scan.ScanListener;
import dev.heed.engine.scan.ScanSummary;
import dev.heed.frontend.java.JavaFrontEnd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A scan after an edit, which looks only at what rests on the edited file, finds what a scan of everything finds; after many edits, one
 * upon the other, as well. With {@code -Dheed.sources=DIR} also on the sources jars in a directory; with {@code -Dheed.edits=N} after so many.
 */
class EditedScanTest {
    /** What is written behind some statement. Some of it does not compile, or changes what is declared, where it comes to stand. */
    private static final List<String> INSERTIONS = List.of(
            "\n",
            "// nothing\n",
            "int heedNumber = 1;\n",
            "if (hashCode() == 7) { Thread.currentThread().interrupt(); }\n",
            "try { Thread.sleep(1); } catch (InterruptedException e) { }\n",
            "close();\n",
            "run();\n",
            "stop();\n",
            "synchronized (this) { notifyAll(); }\n",
            "this.running = false;\n",
            "new Thread(this::run).start();\n",
            "if (hashCode() == 8) { throw new IllegalStateException(); }\n");

    /** What is written between members. */
    private static final List<String> MEMBERS = List.of(
            "\n    private void heedNap() { try { Thread.sleep(1); } catch (InterruptedException e) { } }\n",
            "\n    private static void stop() { Thread.currentThread().interrupt(); }\n",
            "\n    private void run() { }\n",
            "\n    void heedOpen() { }\n");

    private static final String MEMBER = "\n\n    ";
    private static final int EDITS = Integer.getInteger("heed.edits", 8);
    private static final String BEHIND = ";\n        ";

    @TempDir
    Path temp;

    private static final class Found implements ScanListener {
        private final List<String> all = new ArrayList<>();

        @Override
        public void onFinding(Finding finding) {
            all.add(describe(finding));
        }

        private static String describe(Finding f) {
            return f.file().path()
                    + f.span()
                    + f.rule()
                    + f.level()
                    + f.confidence()
                    + f.function()
                    + f.message()
                    + describe(f.path())
                    + describe(f.related())
                    + f.remedy()
                    + f.suppression()
                    + f.fixes().stream()
                            .map(fix -> fix.title()
                                    + fix.safety()
                                    + fix.edits().stream()
                                            .map(edit -> edit.file().path() + edit.span() + edit.replacement())
                                            .toList())
                            .toList();
        }

        private static String describe(List<Step> steps) {
            return steps.stream()
                    .map(step -> step.file().path() + step.span() + step.message())
                    .collect(Collectors.joining());
        }

        @Override
        public void onNotification(Notification notification) {
            if (notification.kind() != Notification.Kind.INFO) {
                all.add(notification.path() + " " + notification.message());
            }
        }
    }

    private static ScanSummary scan(Scan scan, List<MemoryFile> files, Found found) throws InterruptedException {
        List<Rule> rules = ServiceLoader.load(Rule.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return scan.run(
                new Scan.Input(
                        List.copyOf(files), List.of(), List.of(new JavaFrontEnd()), rules, ModelFiles.shipped(), 2),
                found);
    }

    /** Returns how many scans could make use of the one before. */
    private int compare(List<MemoryFile> original, int edits, Random random) throws InterruptedException {
        List<MemoryFile> files = new ArrayList<>(original);
        CachedScan cached =
                new CachedScan(new ProgramScan(), new CacheStore(temp.resolve("cache")), List.of(), note -> {});
        scan(cached, files, new Found());
        int reused = 0;
        for (int i = 0; i < edits; i++) {
            int number = random.nextInt(files.size());
            MemoryFile edited = edited(files.get(number), random);
            files.set(number, edited);
            Found expected = new Found();
            scan(new ProgramScan(), files, expected);
            Found found = new Found();
            ScanSummary summary = scan(cached, files, found);
            assertThat(found.all).as(edited.toString()).isEqualTo(expected.all);
            reused += summary.phases().containsKey(ProgramScan.REUSE) ? 1 : 0;
            if (summary.incomplete() > 0) {
                files.set(number, original.get(number));
            }
        }
        return reused;
    }

    private static MemoryFile edited(MemoryFile file, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> inserted(file, "\nimport ", 1, List.of("import java.util.concurrent.Semaphore;\n"), random);
            case 1 -> inserted(file, MEMBER, 1, MEMBERS, random);
            // What stands so deep is in a body, but for members of nested types.
            default -> inserted(file, BEHIND, 2, INSERTIONS, random);
        };
    }

    /** Writes one of some texts behind the first characters of a place. */
    private static MemoryFile inserted(
            MemoryFile file, String place, int behind, List<String> insertions, Random random) {
        String text = file.text();
        List<Integer> ends = new ArrayList<>();
        for (int at = text.indexOf(place); at >= 0; at = text.indexOf(place, at + 1)) {
            ends.add(at + behind);
        }
        int at = ends.isEmpty() ? text.length() : ends.get(random.nextInt(ends.size()));
        String insertion = insertions.get(random.nextInt(insertions.size()));
        return new MemoryFile(file.path(), text.substring(0, at) + insertion + text.substring(at));
    }

    @Test
    void onAllExamples() throws IOException, InterruptedException {
        assertThat(compare(ScannedSources.examples(), EDITS, new Random(3))).isGreaterThan(EDITS / 3);
    }

    static Stream<Path> jars() throws IOException {
        return ScannedSources.jars();
    }

    @ParameterizedTest
    @MethodSource("jars")
    @EnabledIfSystemProperty(named = ScannedSources.PROPERTY, matches = ".+")
    void onLibraries(Path jar) throws IOException, InterruptedException {
        compare(ScannedSources.library(jar), EDITS, new Random(3));
    }
}
