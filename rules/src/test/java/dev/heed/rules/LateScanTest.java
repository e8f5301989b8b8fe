package dev.heed.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heed.engine.model.ModelFiles;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.rule.Trigger;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.ProgramScan;
import dev.heed.engine.scan.Scan;
import dev.heed.engine.scan.ScanListener;
import dev.heed.engine.source.SourceFile;
import dev.heed.frontend.java.JavaFrontEnd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A scan that reads only what matters finds what a scan of everything finds, with any number of threads and in any order of
 * the files. With {@code -Dheed.sources=DIR} also on the sources jars in a directory.
 */
class LateScanTest {
    private static final class Found implements ScanListener {
        private final List<String> all = new ArrayList<>();

        @Override
        public void onFinding(Finding finding) {
            all.add(finding.toString());
        }

        @Override
        public void onNotification(Notification notification) {
            if (notification.kind() != Notification.Kind.INFO) {
                all.add(notification.path() + " " + notification.message());
            }
        }
    }

    private static List<Rule> rules() {
        return ServiceLoader.load(Rule.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private static List<String> scan(List<SourceFile> files, int threads, boolean readsLate)
            throws InterruptedException {
        Found found = new Found();
        new ProgramScan(() -> {}, readsLate)
                .run(
                        new Scan.Input(
                                files, List.of(), List.of(new JavaFrontEnd()), rules(), ModelFiles.shipped(), threads),
                        found);
        return found.all;
    }

    private static void compare(List<SourceFile> files) throws InterruptedException {
        List<String> expected = scan(files, 2, false);
        List<SourceFile> shuffled = new ArrayList<>(files);
        Collections.shuffle(shuffled, new Random(7));
        assertThat(scan(files, 1, true)).isEqualTo(expected);
        assertThat(scan(shuffled, 2, true)).isEqualTo(expected);
        assertThat(scan(files, 8, true)).isEqualTo(expected);
    }

    @Test
    void onAllExamples() throws IOException, InterruptedException {
        List<SourceFile> files = List.copyOf(ScannedSources.examples());
        assertThat(files).hasSizeGreaterThan(20);
        assertThat(scan(files, 2, false)).hasSizeGreaterThan(20);
        compare(files);
    }

    @Test
    void everyRuleSaysWhereItCanFindSomething() {
        assertThat(rules()).allSatisfy(rule -> {
            RuleInfo info = rule.getClass().getAnnotation(RuleInfo.class);
            assertThat(info.triggers()).as(info.name()).doesNotContain(Trigger.ANYTHING);
        });
    }

    static Stream<Path> jars() throws IOException {
        return ScannedSources.jars();
    }

    @ParameterizedTest
    @MethodSource("jars")
    @EnabledIfSystemProperty(named = ScannedSources.PROPERTY, matches = ".+")
    void onLibraries(Path jar) throws IOException, InterruptedException {
        compare(List.copyOf(ScannedSources.library(jar)));
    }
}
