package dev.heed.rules;

import dev.heed.engine.model.ModelFiles;
import dev.heed.engine.model.Models;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.scan.FrontEnd;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.ProgramScan;
import dev.heed.engine.scan.Scan;
import dev.heed.engine.scan.ScanListener;
import dev.heed.engine.source.SourceFile;
import dev.heed.frontend.java.JavaFrontEnd;
import dev.heed.rules.testdata.Expectations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs rules on a text and compares with what the markers in it say: for the tests of any rule. The markers are explained in
 * {@code testdata/README.md}. Immutable; one tester may serve many tests.
 */
public final class RuleTester {
    private final List<Rule> rules;
    private final Models models;
    private final List<SourceFile> companions;
    private final List<Path> classPath;

    private RuleTester(List<Rule> rules, Models models, List<SourceFile> companions, List<Path> classPath) {
        this.rules = List.copyOf(rules);
        this.models = models;
        this.companions = List.copyOf(companions);
        this.classPath = List.copyOf(classPath);
    }

    /** A tester of these rules, with the models that come with Heed, without a classpath. */
    public static RuleTester of(List<Rule> rules) {
        return new RuleTester(rules, ModelFiles.shipped(), List.of(), List.of());
    }

    /** The same with sources that are scanned along; a finding in one of them is unexpected. */
    public RuleTester withSources(List<SourceFile> sources) {
        return new RuleTester(rules, models, sources, classPath);
    }

    /** The same with jars and folders of class files. */
    public RuleTester withClassPath(List<Path> classes) {
        return new RuleTester(rules, models, companions, classes);
    }

    /** The same with other models. */
    public RuleTester withModels(Models others) {
        return new RuleTester(rules, others, companions, classPath);
    }

    /**
     * What a scan told.
     *
     * @param findings in the order of reports
     * @param problems notifications that say that something was not analyzed
     */
    public record Result(List<Finding> findings, List<String> problems) {
        public Result {
            findings = List.copyOf(findings);
            problems = List.copyOf(problems);
        }
    }

    /** Scans a text without looking at markers. */
    public Result scan(String path, String text) {
        List<SourceFile> files = new ArrayList<>(companions);
        files.add(new MemoryFile(path, text));
        Collector collector = new Collector();
        List<FrontEnd> frontEnds = List.of(new JavaFrontEnd());
        try {
            new ProgramScan().run(new Scan.Input(files, classPath, frontEnds, rules, models, 1), collector);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while scanning " + path, e);
        }
        return new Result(collector.findings, collector.problems);
    }

    /**
     * Scans a text and compares with its markers, which are taken out before.
     *
     * @throws AssertionError if a finding has no marker, a marker has no finding, or something was not analyzed
     */
    public void check(String path, String markedText) {
        Expectations expectations = Expectations.parse(markedText);
        Result result = scan(path, expectations.source());
        List<String> wrong = new ArrayList<>(result.problems());
        wrong.addAll(expectations.compare(result.findings().stream()
                .filter(f -> f.file().path().equals(path))
                .toList()));
        result.findings().stream()
                .filter(finding -> !finding.file().path().equals(path))
                .forEach(finding -> wrong.add("unexpected in " + finding.file().path() + ": " + finding.message()));
        if (!wrong.isEmpty()) {
            throw new AssertionError(path + ":\n  " + String.join("\n  ", wrong));
        }
    }

    private static final class Collector implements ScanListener {
        private final List<Finding> findings = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();

        @Override
        public void onFinding(Finding finding) {
            if (!finding.isSuppressed()) {
                findings.add(finding);
            }
        }

        @Override
        public void onNotification(Notification notification) {
            if (notification.kind() != Notification.Kind.INFO) {
                problems.add(notification.kind() + ": " + notification.message()
                        + (notification.cause() == null ? "" : " (" + notification.cause() + ")"));
            }
        }
    }
}
