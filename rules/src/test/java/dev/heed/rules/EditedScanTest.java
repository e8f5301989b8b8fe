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
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A scan after an edit, which looks only at what rests on the edited file, finds what a scan of everything finds; after many edits, one
 * upon the other, as well. With {@code -Dheed.sources=DIR} also on the sources jars in a directory; with {@code -Dheed.edits=N} after so many, and
 * with {@code -Dheed.edits.declarations=true} only after such as change declarations.
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
            "\n    private Thread heedThread = new Thread();\n",
            "\n    private static final int LIMIT = 3;\n",
            "\n    void heedOpen() { }\n",
            "\n    protected boolean stopped;\n",
            "\n    public static final int TIMEOUT = 0;\n",
            "\n    public Thread worker;\n",
            "\n    public Runnable task() { return () -> { }; }\n",
            "\n    public void close() { }\n",
            "\n    public void shutdown() { Thread.currentThread().interrupt(); }\n",
            "\n    protected void await() throws InterruptedException { wait(); }\n",
            "\n    public boolean isStopped() { return false; }\n",
            "\n    static void stop(Object why) throws InterruptedException { Thread.sleep(1); }\n");

    /** What is declared otherwise: a pattern, and what comes in its place. */
    private static final List<Map.Entry<Pattern, String>> DECLARATIONS = List.of(
            change("(\\n {4}(?:[\\w<>\\[\\]]+ )+\\w+\\([^(){}]*\\)) \\{", "$1 throws InterruptedException {"),
            change("(\\n {4}(?:[\\w<>\\[\\]]+ )+\\w+\\([^(){}]*\\)) throws [\\w, ]+ \\{", "$1 {"),
            change("(\\n {4}(?:[\\w<>\\[\\]]+ )+\\w+)(\\([^(){}]*\\)(?: throws [\\w, ]+)? \\{)", "$1Heed$2"),
            change("(\\n {4}(?:[\\w<>\\[\\]]+ )+\\w+\\()(\\)(?: throws [\\w, ]+)? \\{)", "$1int heed$2"),
            change("(\\n {4})(?:public|protected|private) (?!class|enum|record|interface)", "$1"),
            change("(\\n {4})(?=[\\w<>]+ (?:[\\w<>]+ )*\\w+\\()", "$1private "),
            change("(\\n {4}(?:\\w+ )*)void ", "$1int "),
            change("(\\n {4}(?:\\w+ )*)(?:synchronized|final|static) ", "$1"),
            change("(\\n {4}(?:[\\w<>]+ )+)(\\w+)( = [^;\\n]*)?;", "$1$2Heed$3;"),
            change("(\\n {4}(?:\\w+ )+\\w+ = )\\d+;", "$177;"),
            change("(\\n {4}(?:\\w+ )+\\w+) = [^;\\n]*;", "$1;"));

    private static Map.Entry<Pattern, String> change(String pattern, String replacement) {
        return Map.entry(Pattern.compile(pattern), replacement);
    }

    /** Whether only declarations and imports are edited. */
    private static final boolean EDITS_DECLARATIONS = Boolean.getBoolean("heed.edits.declarations");

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
        return switch (random.nextInt(EDITS_DECLARATIONS ? 3 : 7)) {
            case 0 -> inserted(file, "\nimport ", 1, List.of("import java.util.concurrent.Semaphore;\n"), random);
            case 1 -> inserted(file, MEMBER, 1, MEMBERS, random);
            case 2 -> declaredOtherwise(file, random);
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

    private static MemoryFile declaredOtherwise(MemoryFile file, Random random) {
        Map.Entry<Pattern, String> change = DECLARATIONS.get(random.nextInt(DECLARATIONS.size()));
        Matcher matcher = change.getKey().matcher(file.text());
        List<Integer> starts = matcher.results().map(MatchResult::start).toList();
        if (starts.isEmpty()) {
            return file;
        }
        StringBuilder text = new StringBuilder();
        matcher.reset();
        int start = starts.get(random.nextInt(starts.size()));
        while (matcher.find()) {
            if (matcher.start() == start) {
                matcher.appendReplacement(text, change.getValue());
                break;
            }
        }
        matcher.appendTail(text);
        return new MemoryFile(file.path(), text.toString());
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
