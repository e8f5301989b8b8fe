package dev.heed.cli;

import dev.heed.Parts;
import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Precision;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleDescriptor;
import dev.heed.engine.rule.Step;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.Scan;
import dev.heed.engine.scan.ScanListener;
import dev.heed.engine.scan.ScanSummary;
import dev.heed.engine.source.Language;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Parts with an engine that finds each line that says FIND with a level: enough to see what the command does with it. */
final class FakeParts {

    private FakeParts() {}

    static Parts parts() {
        return parts(FakeParts::scan);
    }

    static Parts parts(Scan scan) {
        return new Parts(
                scan,
                List.of(),
                List.of(
                        rule("lost-thing", Family.SWALLOWED),
                        rule("other-thing", Family.SWALLOWED),
                        rule("late-thing", Family.CLEANUP),
                        rule("slow-thing", Family.CLEANUP, false)));
    }

    private static Parts.Known rule(String name, Family family) {
        return rule(name, family, true);
    }

    private static Parts.Known rule(String name, Family family, boolean enabled) {
        RuleDescriptor descriptor = new RuleDescriptor(
                name,
                "A thing is found",
                family,
                Level.WARNING,
                Precision.HIGH,
                enabled,
                "0.1.0",
                List.of(391),
                List.of(Language.JAVA),
                "# " + name + "\n\n## What it does\nFinds `things` that are **lost**.\n\n```java\nint x;\n```\n");
        return new Parts.Known(descriptor, new NoRule(name));
    }

    /** A rule that only has a name. */
    record NoRule(String name) implements Rule {
        @Override
        public void check(dev.heed.engine.fate.FunctionFates function, java.util.function.Consumer<Finding> findings) {}
    }

    static ScanSummary scan(Scan.Input input, ScanListener listener) throws InterruptedException {
        List<Finding> found = new ArrayList<>();
        for (SourceFile file : input.files()) {
            try {
                List<String> lines = file.text().lines().toList();
                for (int i = 0; i < lines.size(); i++) {
                    for (Level level : Level.values()) {
                        if (lines.get(i).contains("FIND " + level.id())) {
                            found.add(finding(input, file, i + 1, level));
                        }
                    }
                    if (lines.get(i).contains("INTERRUPT")) {
                        found.forEach(listener::onFinding);
                        throw new InterruptedException();
                    }
                    if (lines.get(i).contains("CRASH")) {
                        throw new IllegalStateException("on purpose");
                    }
                }
            } catch (IOException e) {
                listener.onNotification(Notification.incomplete(file.path(), null, String.valueOf(e.getMessage())));
            }
        }
        found.stream().sorted(Finding.ORDER).forEach(listener::onFinding);
        return new ScanSummary(input.files().size(), 0, 0, found.size(), Map.of(), 0, Map.of(), Map.of());
    }

    private static Finding finding(Scan.Input input, SourceFile file, int line, Level level) {
        Span span = new Span(line, 1, line, 5);
        return new Finding(
                ((NoRule) input.rules().get(0)).name(),
                level,
                Finding.Confidence.PROVED,
                file,
                span,
                "f",
                "A thing is lost here.",
                List.of(new Step(file, span, "it is lost")),
                List.of(),
                "Keep it.",
                List.of());
    }
}
