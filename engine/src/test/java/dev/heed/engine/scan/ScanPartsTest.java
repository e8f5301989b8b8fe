package dev.heed.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.bound.WorkerThread;
import dev.heed.engine.fate.Fate;
import dev.heed.engine.ir.Function;
import dev.heed.engine.ir.Program;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.testing.FakeHierarchy;
import dev.heed.engine.testing.IrBuilder;
import dev.heed.engine.testing.Lab;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScanPartsTest {
    private static final long MEGABYTE = 1 << 20;

    /** A file of a size that nobody reads to know it. */
    private record Sized(String path, long size) implements SourceFile {
        @Override
        public String relativePath() {
            return path;
        }

        @Override
        public Language language() {
            return Language.JAVA;
        }

        @Override
        public String text() {
            throw new AssertionError("read for its size");
        }
    }

    /** In each file, a function that loses an interrupt. */
    private static final class OneEach implements FrontEnd {
        private final List<String> read = new ArrayList<>();

        @Override
        public Language language() {
            return Language.JAVA;
        }

        @Override
        public List<Program> read(List<SourceFile> files, Context context) {
            read.add(String.join(" ", files.stream().map(SourceFile::path).toList()));
            context.notifications().accept(Notification.incomplete("x.jar", null, "The jar is broken."));
            List<Function> functions = new ArrayList<>();
            for (SourceFile file : files) {
                context.lines().accept(10);
                if (file.path().startsWith("huge")) {
                    throw new OutOfMemoryError("test");
                }
                functions.add(new IrBuilder("C", "m" + functions.size())
                        .file(file.path())
                        .tryCatch(IrBuilder::await, IrBuilder.INTERRUPTED, (c, e) -> c.log())
                        .build());
            }
            return List.of(new Program(functions, List.of(), new FakeHierarchy()));
        }
    }

    private final OneEach frontEnd = new OneEach();
    private final List<String> findings = new ArrayList<>();
    private final List<Notification> notifications = new ArrayList<>();

    private Scan.Input input(long memory, int threads, List<SourceFile> files) {
        Rule rule = (fates, found) -> fates.signals().stream()
                .filter(signal -> signal.first(Fate.LOST).isPresent())
                .forEach(signal -> found.accept(new Finding(
                        "lost",
                        Level.WARNING,
                        Finding.Confidence.PROVED,
                        fates.function().file(),
                        signal.place(),
                        "m",
                        "Lost.",
                        List.of(),
                        List.of(),
                        "Do not.",
                        List.of())));
        return new Scan.Input(
                files,
                List.of(),
                List.of(frontEnd),
                List.of(rule),
                Lab.models(),
                threads,
                WorkerThread.DEFAULT_LIMIT,
                memory);
    }

    private ScanSummary scan(long memory, int threads, List<SourceFile> files) throws InterruptedException {
        return new ProgramScan().run(input(memory, threads, files), new ScanListener() {
            @Override
            public void onFinding(Finding finding) {
                findings.add(finding.file().path());
            }

            @Override
            public void onNotification(Notification notification) {
                notifications.add(notification);
            }
        });
    }

    private static List<SourceFile> files(String... paths) {
        return Stream.of(paths)
                .map(path -> (SourceFile) new Sized(path, MEGABYTE))
                .toList();
    }

    private List<String> parts(long megabytes, List<SourceFile> files) {
        return ScanParts.of(input(megabytes * MEGABYTE, 1, files), Language.JAVA).stream()
                .map(part ->
                        String.join(" ", part.stream().map(SourceFile::path).toList()))
                .toList();
    }

    @Test
    void whatFitsIsNotDivided() {
        assertThat(parts(96, files("b/B", "a/A"))).containsExactly("a/A b/B");
        assertThat(parts(96, List.of())).containsExactly("");
    }

    @Test
    void theCutIsWherePathsHaveLeastInCommon() {
        assertThat(parts(96, files("x/a/A", "x/a/B", "x/a/C", "x/b/D", "y/E", "y/F", "y/G")))
                .containsExactly("x/a/A x/a/B x/a/C x/b/D", "y/E y/F y/G");
    }

    @Test
    void aFileThatDoesNotFitIsAPartOfItsOwn() {
        List<SourceFile> files = new ArrayList<>(files("a", "c"));
        files.add(new Sized("b", 100 * MEGABYTE));
        assertThat(parts(96, files)).containsExactly("a", "b", "c");
        assertThat(parts(0, files)).containsExactly("a", "b", "c");
    }

    @Test
    void withTheMemoryThatIsNamedNothingIsDivided() {
        for (int size : new int[] {8, 30, 60, 200, 1000}) {
            List<SourceFile> files =
                    files(IntStream.range(0, size).mapToObj(i -> "d/" + i).toArray(String[]::new));
            long megabytes = ScanParts.megabytesForAll(files);
            assertThat(parts(megabytes, files)).hasSize(1);
            assertThat(parts(megabytes - 160, files)).hasSizeGreaterThan(1);
        }
    }

    @Test
    void eachPartIsReportedInOrderAndToldOfOnce() throws InterruptedException {
        List<SourceFile> files = files("c/A", "b/A", "a/A", "a/B");
        ScanSummary summary = scan(24 * MEGABYTE, 1, files);
        assertThat(frontEnd.read).containsExactly("a/A", "a/B", "b/A", "c/A");
        assertThat(findings).containsExactly("a/A", "a/B", "b/A", "c/A");
        assertThat(notifications).hasSize(2);
        assertThat(notifications.get(0)).satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Notification.Kind.INFO);
            assertThat(notice.message()).contains("in 4 parts").contains("-Xmx128m");
        });
        assertThat(summary)
                .usingRecursiveComparison()
                .comparingOnlyFields("files", "lines", "functions", "findings", "filesChecked", "incomplete", "parts")
                .isEqualTo(new ScanSummary(
                        4, 40, 4, 4, summary.findingsByRule(), 1, summary.phases(), summary.checks(), 0, 0, 4, 4));
        List<String> one = List.copyOf(findings);
        findings.clear();
        scan(24 * MEGABYTE, 4, files);
        assertThat(findings).isEqualTo(one);
    }

    @Test
    void aPartWithoutEnoughMemoryIsToldOfAndTheOthersGoOn() throws InterruptedException {
        ScanSummary summary = scan(24 * MEGABYTE, 1, files("a", "huge", "z"));
        assertThat(findings).containsExactly("a", "z");
        assertThat(summary.incomplete()).isEqualTo(2);
        assertThat(notifications)
                .extracting(Notification::message)
                .anySatisfy(
                        message -> assertThat(message).startsWith("Part 2 of 3").contains("huge"));
    }

    @Test
    void anEarlierScanIsNeitherUsedNorLeft() throws InterruptedException {
        List<ScanState> states = new ArrayList<>();
        ScanListener nobody = ScanListener.NOBODY;
        ScanState earlier = new ScanState(
                java.util.Map.of(), List.of(), java.util.Map.of(), java.util.Map.of(), java.util.Map.of());
        ScanSummary summary = new ProgramScan()
                .run(
                        input(24 * MEGABYTE, 1, files("a", "b")),
                        nobody,
                        new Scan.Edited(earlier, java.util.Set.of()),
                        states::add);
        assertThat(summary.findings()).isEqualTo(2);
        assertThat(states).isEmpty();
    }
}
