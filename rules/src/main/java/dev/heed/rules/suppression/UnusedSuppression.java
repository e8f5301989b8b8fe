package dev.heed.rules.suppression;

import dev.heed.engine.fate.FunctionFates;
import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Rule;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.rule.Step;
import dev.heed.engine.rule.TextEdit;
import dev.heed.engine.source.Directive;
import dev.heed.engine.source.Language;
import dev.heed.engine.suppress.DirectiveCheck;
import dev.heed.engine.text.Nearest;
import dev.heed.rules.RuleCatalog;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A suppression hides no finding.
 *
 * <h2>What it does</h2>
 * <p>Reports comments {@code // heed: ignore[...]} and strings {@code "heed:..."} in {@code @SuppressWarnings} that name
 * a rule of which there is no finding there, name something that is no rule, or name nothing.
 *
 * <h2>Why is this bad</h2>
 * <p>A suppression is a promise that somebody looked at a finding and found it harmless. When the code was changed and the finding
 * has gone, the promise stands there for the next one, which nobody has looked at. And one with a slip in the name
 * of its rule never hid anything.
 *
 * <h2>Example</h2>
 * <p>{@code java/bad_mended_since.java}
 *
 * <h2>Use instead</h2>
 * <p>{@code java/bad_mended_since.fixed.java}
 * <p>Where there is something to hide, say which rule, and why:
 * <p>{@code java/good_behind_the_line.java}
 *
 * <h2>What it stays silent on</h2>
 * <ul>
 *   <li>rules and families that do not run: what {@code --select} and {@code --ignore} leave out, and rules that are off
 *   <li>files of which a part could not be read
 *   <li>what is meant for other tools, such as {@code "unchecked"}
 * </ul>
 * <p>A rule may find less when the class path is missing. Let the scan that counts, that of the build, have one.
 *
 * <h2>Fix safety</h2>
 * <p>Safe: only a comment or an annotation changes. What else is listed there stays.
 *
 * <h2>References</h2>
 * <ul>
 *   <li>{@link java.lang.SuppressWarnings SuppressWarnings}: the strings that a tool does not know are ignored by it
 * </ul>
 */
@RuleInfo(
        name = "unused-suppression",
        summary = "A suppression hides no finding",
        family = Family.SUPPRESSION,
        since = "0.1.0",
        cwe = 1164,
        languages = Language.JAVA,
        triggers = {})
public final class UnusedSuppression implements Rule, DirectiveCheck {
    private static final String NAME = "unused-suppression";

    @Override
    public void check(FunctionFates function, Consumer<Finding> findings) {
        // What is to be said of directives is only known when all functions of a file have been looked at.
    }

    @Override
    public void check(Directive directive, List<String> unused, Set<String> ran, Consumer<Finding> findings) {
        if (directive.names().isEmpty()) {
            findings.accept(finding(
                    directive,
                    "This suppression names no rule, and so hides nothing.",
                    "Name the rules between brackets: \"heed: ignore[rule] reason\".",
                    List.of()));
            return;
        }
        List<String> gone = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<Named> rules = rules();
        for (String name : unused) {
            List<Named> meant =
                    rules.stream().filter(rule -> rule.isCalled(name)).toList();
            if (meant.isEmpty()) {
                unknown.add(name);
            } else if (meant.stream().allMatch(rule -> ran.contains(rule.name()) || rule.isLeftOut(name))) {
                gone.add(name);
            }
        }
        if (!gone.isEmpty()) {
            findings.accept(finding(
                    directive,
                    "This suppression hides nothing: there is no finding of " + quoted(gone, " or ") + " here.",
                    "Take it away, so that it does not hide the next one.",
                    gone));
        }
        unknown.forEach(name -> findings.accept(unknown(directive, name, rules)));
    }

    private static Finding unknown(Directive directive, String name, List<Named> rules) {
        Set<String> names = new TreeSet<>();
        rules.forEach(rule -> {
            names.add(rule.name());
            names.add(rule.family());
        });
        Optional<String> nearest = Nearest.to(name, names);
        return finding(
                directive,
                "This suppression hides nothing: there is no rule '" + name + "'.",
                nearest.map(near -> "Did you mean '" + near + "'?")
                        .orElse("\"heed rules\" lists the rules that there are."),
                List.of(name));
    }

    private static Finding finding(Directive directive, String message, String remedy, List<String> unused) {
        List<Fix> fixes = unused.isEmpty() ? List.of() : List.of(fix(directive, unused));
        return new Finding(
                NAME,
                Level.WARNING,
                Finding.Confidence.PROVED,
                directive.file(),
                directive.place(),
                "",
                message,
                List.of(new Step(directive.file(), directive.place(), "hides nothing")),
                List.of(),
                remedy,
                fixes);
    }

    private static Fix fix(Directive directive, List<String> unused) {
        Directive.Replacement replacement = directive.without(new LinkedHashSet<>(unused));
        return new Fix(
                "Take " + quoted(unused, " and ") + " away",
                Fix.Safety.SAFE,
                List.of(new TextEdit(directive.file(), replacement.span(), replacement.text())));
    }

    private static String quoted(List<String> names, String joint) {
        return "'" + String.join("'" + joint + "'", names) + "'";
    }

    private record Named(String name, String family, boolean enabled) {
        /** Whether it is off by default, and meant by its family only. */
        boolean isLeftOut(String written) {
            return !enabled && !name.equals(written);
        }

        boolean isCalled(String written) {
            return name.equals(written) || family.equals(written);
        }
    }

    /** Only asked when something is wrong, which is seldom. */
    private static List<Named> rules() {
        return RuleCatalog.load().descriptors().stream()
                .map(rule -> new Named(rule.name(), rule.family().id(), rule.enabled()))
                .toList();
    }
}
