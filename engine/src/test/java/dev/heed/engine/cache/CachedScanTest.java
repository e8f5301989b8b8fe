package dev.heed.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heed.engine.ir.Program;
import dev.heed.engine.model.ModelFiles;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.Step;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.scan.FrontEnd;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.Outline;
import dev.heed.engine.scan.Scan;
import dev.heed.engine.scan.ScanListener;
import dev.heed.engine.scan.ScanState;
import dev.heed.engine.scan.ScanSummary;
import dev.heed.engine.source.ContentId;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedScanTest {
    private static final Span SPAN = new Span(1, 2, 3, 4);

    @TempDir
    Path temp;

    private final AtomicInteger scans = new AtomicInteger();
    private final List<String> notes = new ArrayList<>();

    private record Memory(String path, String relativePath, Language language, StringBuilder held)
            implements SourceFile {
        Memory(String path, String text) {
            this(path, path, Language.JAVA, new StringBuilder(text));
        }

        @Override
        public String text() {
            return held.toString();
        }
    }

    /** What a listener is told; files by their paths. */
    private static final class Heard implements ScanListener {
        private final List<String> all = new ArrayList<>();
        private final List<SourceFile> files = new ArrayList<>();

        @Override
        public void onFinding(Finding finding) {
            all.add(plain(finding).toString());
            files.add(finding.file());
        }

        private static Finding plain(Finding f) {
            UnaryOperator<SourceFile> name = file -> new Memory(file.path(), "");
            return new Finding(
                    f.rule(),
                    f.level(),
                    f.confidence(),
                    name.apply(f.file()),
                    f.span(),
                    f.function(),
                    f.message(),
                    steps(f.path(), name),
                    steps(f.related(), name),
                    f.remedy(),
                    f.fixes().stream()
                            .map(fix -> new Fix(
                                    fix.title(),
                                    fix.safety(),
                                    fix.edits().stream()
                                            .map(edit -> new TextEdit(
                                                    name.apply(edit.file()), edit.span(), edit.replacement()))
                                            .toList()))
                            .toList());
        }

        private static List<Step> steps(List<Step> steps, UnaryOperator<SourceFile> name) {
            return steps.stream()
                    .map(step -> new Step(name.apply(step.file()), step.span(), step.message()))
                    .toList();
        }

        @Override
        public void onNotification(Notification notification) {
            all.add(notification.toString());
        }
    }

    /** Finds something with all its parts in each file, and reads it twice. */
    private ScanSummary scan(Scan.Input input, ScanListener listener) {
        scans.incrementAndGet();
        List<SourceFile> files = input.files();
        listener.onNotification(Notification.info(null, "known"));
        listener.onNotification(Notification.incomplete(files.get(0).path(), SPAN, "broken syntax")
                .lasting());
        for (SourceFile file : files) {
            try {
                Step step = new Step(
                        file,
                        SPAN,
                        file.text() + "\uD800 half a pair"
                                + "x".repeat(file.path().equals("a") ? 50_000 : 1));
                TextEdit edit = new TextEdit(files.get(0), SPAN, file.text());
                listener.onFinding(new Finding(
                        "rule",
                        Level.ERROR,
                        Finding.Confidence.LIKELY,
                        file,
                        SPAN,
                        "",
                        "Message \u00e9\0.",
                        List.of(step, step),
                        List.of(step),
                        "Remedy.",
                        List.of(new Fix("Do", Fix.Safety.UNSAFE, List.of(edit, edit)))));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return new ScanSummary(
                files.size(),
                7_000_000_000L,
                3,
                files.size(),
                Map.of("rule", 1, "other", 2),
                1,
                Map.of("read", Duration.ZERO),
                Map.of("rule", Duration.ZERO));
    }

    private CachedScan cached(Scan scan, String... basis) {
        return new CachedScan(scan, new CacheStore(temp.resolve("cache")), List.of(basis), notes::add);
    }

    private static Scan.Input input(List<Path> classPath, List<Rule> rules, Duration timeout, SourceFile... files) {
        return new Scan.Input(List.of(files), classPath, List.of(), rules, ModelFiles.shipped(), 2, timeout);
    }

    private static Scan.Input input(SourceFile... files) {
        return input(List.of(), List.of(), Duration.ofSeconds(60), files);
    }

    private boolean isHit(Scan.Input input, String... basis) throws InterruptedException {
        int before = scans.get();
        ScanSummary summary = cached(this::scan, basis).run(input, new Heard());
        boolean isHit = scans.get() == before;
        assertThat(summary.phases().containsKey(CachedScan.PHASE)).isEqualTo(isHit);
        return isHit;
    }

    @Test
    void tellsTheSameAgain() throws Exception {
        Memory a = new Memory("a", "A");
        Memory b = new Memory("b", "B");
        Heard cold = new Heard();
        ScanSummary first = cached(this::scan).run(input(a, b), cold);
        Heard warm = new Heard();
        ScanSummary second = cached(this::scan).run(input(a, b), warm);
        assertThat(scans).hasValue(1);
        assertThat(warm.all).hasSize(4).isEqualTo(cold.all);
        assertThat(warm.files).containsExactly(a, b);
        assertThat(second)
                .usingRecursiveComparison()
                .ignoringFields("phases", "checks")
                .isEqualTo(first);
        assertThat(notes).isEmpty();
    }

    /** With less memory than a scan of all files takes, if it is not enough. */
    private static Scan.Input input(long memory) {
        SourceFile a = new Memory("a", "A".repeat(100));
        SourceFile b = new Memory("b", "B".repeat(100));
        return new Scan.Input(
                List.of(a, b),
                List.of(),
                List.of(new Declaring()),
                List.of(),
                ModelFiles.shipped(),
                2,
                Duration.ofSeconds(60),
                memory);
    }

    @Test
    void aScanInPartsIsRepeatedOnlyForTheSameParts() throws Exception {
        long enough = 1L << 30;
        assertThat(isHit(input(enough))).isFalse();
        assertThat(isHit(input(enough * 2))).isTrue();
        assertThat(isHit(input(6000))).isFalse();
        assertThat(isHit(input(6000))).isTrue();
        assertThat(isHit(input(enough))).isTrue();
    }

    @Test
    void theOrderOfTheInputsIsNoDifference() throws Exception {
        assertThat(isHit(input(new Memory("a", "A"), new Memory("b", "B")))).isFalse();
        assertThat(isHit(input(new Memory("b", "B"), new Memory("a", "A")))).isTrue();
    }

    @Test
    void eachPartOfTheKeyCounts() throws Exception {
        Path jar = settled(Files.writeString(temp.resolve("x.jar"), "one"));
        Duration minute = Duration.ofSeconds(60);
        Memory file = new Memory("a", "A");
        Rule rule = (function, findings) -> {};
        assertThat(isHit(input(List.of(jar), List.of(rule), minute, file), "tool", "models"))
                .isFalse();
        assertThat(isHit(input(List.of(jar), List.of(rule), minute, file), "tool", "models"))
                .isTrue();
        assertThat(isHit(input(List.of(jar), List.of(rule), minute, file), "tool 2", "models"))
                .isFalse();
        assertThat(isHit(input(List.of(jar), List.of(rule), minute, file), "tool", "models 2"))
                .isFalse();
        assertThat(isHit(input(List.of(jar), List.of(rule), minute, file), "tool", "mod", "els"))
                .isFalse();
        assertThat(isHit(input(List.of(), List.of(rule), minute, file), "tool", "models"))
                .isFalse();
        assertThat(isHit(input(List.of(jar), List.of(), minute, file), "tool", "models"))
                .isFalse();
        assertThat(isHit(input(List.of(jar), List.of(rule), Duration.ZERO, file), "tool", "models"))
                .isFalse();
        assertThat(isHit(input(List.of(jar), List.of(rule), minute, new Memory("a", "B")), "tool", "models"))
                .isFalse();
        assertThat(isHit(input(List.of(jar), List.of(rule), minute, new Memory("b", "A")), "tool", "models"))
                .isFalse();
        Memory elsewhere = new Memory("a", "other", Language.JAVA, new StringBuilder("A"));
        assertThat(isHit(input(List.of(jar), List.of(rule), minute, elsewhere), "tool", "models"))
                .isFalse();
        Memory python = new Memory("a", "a", Language.PYTHON, new StringBuilder("A"));
        assertThat(isHit(input(List.of(jar), List.of(rule), minute, python), "tool", "models"))
                .isFalse();
        assertThat(isHit(input(List.of(jar), List.of(rule), minute, file, new Memory("b", "")), "tool", "models"))
                .isFalse();
        settled(Files.writeString(jar, "two"));
        assertThat(isHit(input(List.of(jar), List.of(rule), minute, file), "tool", "models"))
                .isFalse();
        settled(Files.writeString(jar, "one"));
        assertThat(isHit(input(List.of(jar), List.of(rule), minute, file), "tool", "models"))
                .isTrue();
    }

    private int seconds;

    /** Old enough for its hash to be kept; each time another. */
    private Path settled(Path file) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(1000 + seconds++)));
    }

    @Test
    void directoriesOfClassesCountByWhatIsInThem() throws Exception {
        Path classes = Files.createDirectories(temp.resolve("classes/p"));
        settled(Files.writeString(classes.resolve("A.class"), "a"));
        Memory file = new Memory("a", "A");
        Scan.Input input = input(List.of(temp.resolve("classes")), List.of(), Duration.ZERO, file);
        assertThat(isHit(input)).isFalse();
        assertThat(isHit(input)).isTrue();
        settled(Files.writeString(classes.resolve("A.class"), "b"));
        assertThat(isHit(input)).isFalse();
        settled(Files.writeString(classes.resolve("B.class"), "a"));
        assertThat(isHit(input)).isFalse();
        Files.delete(classes.resolve("B.class"));
        assertThat(isHit(input)).isTrue();
        Files.createDirectory(classes.resolve("q"));
        assertThat(isHit(input)).isFalse();
    }

    @Test
    void aJarChangedAMomentAgoIsHashedEachTime() throws Exception {
        Path jar = Files.writeString(temp.resolve("x.jar"), "one");
        FileTime time = Files.getLastModifiedTime(jar);
        Scan.Input input = input(List.of(jar), List.of(), Duration.ZERO, new Memory("a", "A"));
        assertThat(isHit(input)).isFalse();
        // The same size and time, as a coarse clock may give it.
        Files.setLastModifiedTime(Files.writeString(jar, "two"), time);
        assertThat(isHit(input)).isFalse();
    }

    @Test
    void anUnreadableClassPathIsNoFailure() throws Exception {
        Scan.Input input = input(List.of(temp.resolve("nosuch.jar")), List.of(), Duration.ZERO, new Memory("a", "A"));
        assertThat(isHit(input)).isFalse();
        assertThat(isHit(input)).isFalse();
        assertThat(notes).hasSize(2).allMatch(note -> note.contains("is not used"));
    }

    @Test
    void whatDependsOnThisRunIsNotKept() throws Exception {
        for (Notification notification : List.of(
                Notification.incomplete("a", null, "took too long"),
                Notification.internalError("a", "failed", new IllegalStateException()))) {
            Scan scan = (input, listener) -> {
                listener.onNotification(notification);
                return scan(input, listener);
            };
            Heard heard = new Heard();
            cached(scan).run(input(new Memory("a", "A")), heard);
            assertThat(heard.all).hasSize(4);
            assertThat(isEmpty()).isTrue();
        }
        assertThatThrownBy(() -> cached((input, listener) -> {
                            scan(input, listener);
                            throw new InterruptedException();
                        })
                        .run(input(new Memory("a", "A")), new Heard()))
                .isInstanceOf(InterruptedException.class);
        assertThat(isEmpty()).isTrue();
        assertThatThrownBy(() -> cached((input, listener) -> {
                            scan(input, listener);
                            throw new OutOfMemoryError("test");
                        })
                        .run(input(new Memory("a", "A")), new Heard()))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(isEmpty()).isTrue();
        assertThat(isHit(input(new Memory("a", "A")))).isFalse();
        assertThat(isEmpty()).isFalse();
    }

    private boolean isEmpty() throws IOException {
        try (var files = Files.list(temp.resolve("cache"))) {
            return files.findAny().isEmpty();
        }
    }

    @Test
    void aFileThatChangesMeanwhileIsNotKept() throws Exception {
        Memory file = new Memory("a", "A");
        Scan scan = (input, listener) -> {
            ScanSummary summary = scan(input, listener);
            file.held.append("!");
            assertThat(text(input.files().get(0))).isEqualTo("A!");
            return summary;
        };
        cached(scan).run(input(file), new Heard());
        assertThat(isEmpty()).isTrue();
    }

    private static String text(SourceFile file) {
        try {
            return file.text();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aClassPathThatChangesMeanwhileIsNotKept() throws Exception {
        Path jar = settled(Files.writeString(temp.resolve("x.jar"), "one"));
        Scan scan = (input, listener) -> {
            try {
                settled(Files.writeString(jar, "two"));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return scan(input, listener);
        };
        Scan.Input input = input(List.of(jar), List.of(), Duration.ZERO, new Memory("a", "A"));
        cached(scan).run(input, new Heard());
        assertThat(new CacheStore(temp.resolve("cache")).info().scans()).isZero();
    }

    @Test
    void damagedEntriesAreMisses() throws Exception {
        Scan.Input input = input(new Memory("a", "A"));
        assertThat(isHit(input)).isFalse();
        Path entry;
        try (var files = Files.list(temp.resolve("cache"))) {
            entry = files.findAny().orElseThrow();
        }
        byte[] whole = Files.readAllBytes(entry);
        for (int cut : new int[] {0, 5, whole.length / 2, whole.length - 1}) {
            Files.write(entry, java.util.Arrays.copyOf(whole, cut));
            assertThat(isHit(input)).as("cut to " + cut).isFalse();
            assertThat(isHit(input)).isTrue();
        }
        // Right by its checksum, and yet no scan: nobody hears of what is in front of the nonsense.
        try (CacheStore.Draft draft = new CacheStore(temp.resolve("cache")).begin()) {
            EventLog.write(draft.out(), Notification.info(null, "nonsense"));
            draft.out().writeByte(99);
            draft.keep(entry.getFileName().toString());
        }
        Heard heard = new Heard();
        cached(this::scan).run(input, heard);
        assertThat(heard.all).hasSize(3).noneMatch(event -> event.contains("nonsense"));
        assertThat(notes).isEmpty();
    }

    @Test
    void doesWithoutACacheThatCannotBeWritten() throws Exception {
        Files.writeString(temp.resolve("cache"), "a file where the directory should be");
        Heard heard = new Heard();
        cached(this::scan).run(input(new Memory("a", "A")), heard);
        assertThat(heard.all).hasSize(3);
        assertThat(notes).hasSize(1);
    }

    @Test
    void twoAtOnceGetTheSame() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<List<String>>> running = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                running.add(threads.submit(() -> {
                    Heard heard = new Heard();
                    cached(this::scan).run(input(new Memory("a", "A"), new Memory("b", "B")), heard);
                    return heard.all;
                }));
            }
            List<String> first = running.get(0).get();
            for (Future<List<String>> done : running) {
                assertThat(done.get()).hasSize(4).isEqualTo(first);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(scans.get()).isBetween(1, 7);
    }

    @Test
    void manyFilesAreHashedByThreads() throws Exception {
        SourceFile[] files = new SourceFile[300];
        for (int i = 0; i < files.length; i++) {
            files[i] = new Memory("f" + i, "text " + i);
        }
        assertThat(isHit(input(files))).isFalse();
        assertThat(isHit(input(files))).isTrue();
        ((Memory) files[299]).held.append("!");
        assertThat(isHit(input(files))).isFalse();
    }

    /**
     * What a file declares is its first line: {@code name=x} a member, {@code -name=x} a hidden one, all else the rest. Names stand in its
     * declarations where a line begins with {@code =}.
     */
    private static final class Declaring implements FrontEnd {
        @Override
        public Language language() {
            return Language.JAVA;
        }

        @Override
        public List<Program> read(List<SourceFile> files, Context context) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outline outline(SourceFile file) throws IOException {
            return declared(file.text());
        }

        static Outline declared(String text) {
            StringBuilder rest = new StringBuilder();
            Map<String, Long> members = new HashMap<>();
            Map<String, Long> hidden = new HashMap<>();
            for (String word : text.lines().findFirst().orElse("").split(" ")) {
                String[] parts = word.split("=");
                if (parts.length == 1) {
                    rest.append(word).append(' ');
                } else if (word.startsWith("-")) {
                    hidden.put(parts[0].substring(1), Long.parseLong(parts[1]));
                } else {
                    members.put(parts[0], Long.parseLong(parts[1]));
                }
            }
            return new Outline(ContentId.of(rest.toString()), members, hidden);
        }

        @Override
        public Mention mention(SourceFile file, Set<String> names) throws IOException {
            Mention found = Mention.NONE;
            for (String line : file.text().lines().skip(1).toList()) {
                if (names.stream().anyMatch(line::contains)) {
                    found = line.startsWith("=") ? Mention.IN_DECLARATIONS : found;
                    found = found == Mention.NONE ? Mention.IN_BODIES : found;
                }
            }
            return found;
        }
    }

    /** Finds nothing, and writes down what it was told of an earlier scan. */
    private static final class Following implements Scan {
        private final List<List<String>> edits = new ArrayList<>();
        private Runnable meanwhile = () -> {};

        @Override
        public ScanSummary run(Input input, ScanListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ScanSummary run(
                Input input, ScanListener listener, @Nullable Edited edited, Consumer<ScanState> result) {
            meanwhile.run();
            edits.add(
                    edited == null
                            ? List.of("all")
                            : edited.files().stream()
                                    .map(SourceFile::path)
                                    .sorted()
                                    .toList());
            Map<String, Outline> outlines = new HashMap<>();
            for (SourceFile file : input.files()) {
                outlines.put(file.path(), Declaring.declared(text(file)));
            }
            result.accept(new ScanState(outlines, List.of(), Map.of(), Map.of(), Map.of()));
            return new ScanSummary(input.files().size(), 0, 0, 0, Map.of(), 0, Map.of(), Map.of());
        }
    }

    private final Following following = new Following();

    /** What the scan is told of the one before, if it is asked at all. */
    private List<String> edits(SourceFile... files) throws InterruptedException {
        following.edits.clear();
        Scan.Input input = new Scan.Input(
                List.of(files), List.of(), List.of(new Declaring()), List.of(), ModelFiles.shipped(), 2, Duration.ZERO);
        cached(following).run(input, new Heard());
        return following.edits.stream().flatMap(List::stream).toList();
    }

    @Test
    void tellsTheScanWhoMaySeeWhatIsDeclared() throws Exception {
        Memory a = new Memory("a", "class A open=1 run=1 -x=1\nbody");
        Memory b = new Memory("b", "class B open=1\nx: open()");
        Memory c = new Memory("c", "class C\nbody");
        assertThat(edits(a, b, c)).containsExactly("all");
        edit(a, "open=1", "open=2");
        assertThat(edits(a, b, c)).containsExactly("a", "b");
        edit(a, "open=2", "shut=3");
        assertThat(edits(a, b, c)).containsExactly("a", "b");
        edit(a, "-x=1", "-x=2");
        assertThat(edits(a, b, c)).containsExactly("a");
        edit(c, "body", "= shut");
        assertThat(edits(a, b, c)).containsExactly("c");
        edit(a, "shut=3", "shut=4");
        assertThat(edits(a, b, c)).as("where it decides over a declaration").containsExactly("all");
        edit(a, "body", "= x");
        assertThat(edits(a, b, c)).containsExactly("a");
        edit(a, "-x=2", "-x=3");
        assertThat(edits(a, b, c)).as("the same in the file itself").containsExactly("all");
        edit(a, "run=1", "run=2");
        assertThat(edits(a, b, c)).as("what runs where no name stands").containsExactly("all");
        edit(a, "class A", "final class A");
        assertThat(edits(a, b, c)).containsExactly("all");
    }

    private static void edit(Memory file, String before, String now) {
        int at = file.held.indexOf(before);
        file.held.replace(at, at + before.length(), now);
    }

    @Test
    void tellsTheScanWhatWasEdited() throws Exception {
        Memory a = new Memory("a", "class A\nbody");
        Memory b = new Memory("b", "class B\nbody");
        assertThat(edits(a, b)).containsExactly("all");
        assertThat(edits(a, b)).isEmpty();
        b.held.append("!");
        assertThat(edits(a, b)).containsExactly("b");
        assertThat(edits(a, b)).isEmpty();
        a.held.append("!");
        assertThat(edits(b, a)).containsExactly("a");
        b.held.insert(0, "other ");
        assertThat(edits(a, b)).containsExactly("all");
        assertThat(edits(a, b, new Memory("c", "class C"))).containsExactly("all");
    }

    @Test
    void ofManyEditsAllIsScanned() throws Exception {
        SourceFile[] files = new SourceFile[100];
        for (int i = 0; i < files.length; i++) {
            files[i] = new Memory("f" + i, "class F\nbody");
        }
        edits(files);
        for (int i = 0; i < 10; i++) {
            ((Memory) files[i]).held.append("!");
        }
        assertThat(edits(files)).hasSize(10);
        for (int i = 0; i < 11; i++) {
            ((Memory) files[i]).held.append("!");
        }
        assertThat(edits(files)).containsExactly("all");
    }

    @Test
    void aDamagedStateIsNone() throws Exception {
        Memory file = new Memory("a", "class A\nbody");
        edits(file);
        Path state;
        try (var files = Files.list(temp.resolve("cache"))) {
            state = files.filter(path -> path.toString().endsWith(".state"))
                    .findAny()
                    .orElseThrow();
        }
        byte[] whole = Files.readAllBytes(state);
        for (int cut : new int[] {0, whole.length / 2, whole.length - 1}) {
            Files.write(state, java.util.Arrays.copyOf(whole, cut));
            file.held.append("!");
            assertThat(edits(file)).as("cut to " + cut).containsExactly("all");
        }
        // Right by its checksum, and yet no state.
        try (CacheStore.Draft draft = new CacheStore(temp.resolve("cache")).begin()) {
            draft.out().writeInt(1);
            draft.keep(state.getFileName().toString());
        }
        file.held.append("!");
        assertThat(edits(file)).containsExactly("all");
        assertThat(notes).isEmpty();
    }

    @Test
    void ofAFileThatChangesMeanwhileNothingIsKept() throws Exception {
        Memory a = new Memory("a", "class A\nbody");
        Memory b = new Memory("b", "class B\nbody");
        edits(a, b);
        a.held.append("1");
        // The other file was the same when it was compared, and is another when it is read.
        following.meanwhile = () -> {
            if (b.held.indexOf("!") < 0) {
                b.held.append("!");
            }
        };
        assertThat(edits(a, b)).containsExactly("a");
        assertThat(edits(a, b)).containsExactly("a", "b");
    }
}
