package dev.heed.rules.docs;

import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.RuleInfo;
import dev.heed.engine.source.Language;
import dev.heed.rules.testdata.Expectations;
import dev.heed.rules.testdata.Testdata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what is generated from the rules' classes and from testdata: the rules' pages, their index, their service file. */
final class RulePages {
    /** What each rule's Javadoc must have, in this order. */
    static final List<String> HEADINGS = List.of(
            "What it does",
            "Why is this bad",
            "Example",
            "Use instead",
            "What it stays silent on",
            "Fix safety",
            "References");

    private static final Pattern EXAMPLE = Pattern.compile("\\{@code ((java|python)/\\w+(?:\\.fixed)?\\.(?:java|py))}");

    private static final String RUN = "\n## What happens when it is run\n\n";

    private RulePages() {}

    /** All generated texts, by their path in the repository. */
    static Map<Path, String> generate(List<RuleSource> rules) {
        Path root = Testdata.repository();
        Map<Path, String> texts = new TreeMap<>();
        for (RuleSource rule : rules) {
            texts.put(root.resolve("docs/rules/" + rule.info().name() + ".md"), page(rule));
        }
        texts.put(root.resolve("docs/rules/README.md"), index(rules));
        texts.put(
                root.resolve("rules/src/main/resources/META-INF/services/dev.heed.engine.rule.Rule"),
                rules.stream().map(RuleSource::className).sorted().collect(Collectors.joining("\n", "", "\n")));
        return texts;
    }

    /** The page of one rule. */
    static String page(RuleSource rule) {
        if (!List.copyOf(rule.sections().keySet()).equals(HEADINGS)) {
            throw new IllegalStateException(
                    rule.className() + " must have the headings " + HEADINGS + ", in this order.");
        }
        RuleInfo info = rule.info();
        StringBuilder page = new StringBuilder();
        page.append("# ").append(info.name()).append("\n\n");
        JavadocMarkdown.blocks(rule.lead())
                .forEach(block -> page.append(JavadocMarkdown.markdown(block)).append("\n\n"));
        page.append("| family | level | precision | since | languages | weakness |\n|---|---|---|---|---|---|\n| ");
        page.append(String.join(
                " | ",
                info.family().id(),
                info.level().id(),
                info.precision().id(),
                info.since(),
                languages(info),
                Arrays.stream(info.cwe())
                        .mapToObj(cwe -> "[CWE-" + cwe + "](https://cwe.mitre.org/data/definitions/" + cwe + ".html)")
                        .collect(Collectors.joining(", "))));
        page.append(" |\n");
        if (!info.enabled()) {
            page.append("\nOff by default: `heed scan --select ")
                    .append(info.name())
                    .append("` runs it.\n");
        }
        rule.sections().forEach((heading, html) -> section(page, rule, heading, html));
        page.append("\n<!-- Generated from ")
                .append(rule.className())
                .append(" and testdata/")
                .append(info.name())
                .append("; edit those. -->\n");
        return page.toString();
    }

    private static void section(StringBuilder page, RuleSource rule, String heading, String html) {
        page.append("\n## ").append(heading).append('\n');
        boolean wasItem = false;
        boolean hasCode = false;
        StringBuilder witness = new StringBuilder();
        StringBuilder story = new StringBuilder();
        for (JavadocMarkdown.Block block : JavadocMarkdown.blocks(html)) {
            Matcher example = EXAMPLE.matcher(block.text());
            page.append(wasItem && block.isItem() ? "" : "\n");
            if (example.matches()) {
                page.append(example(rule.info().name(), example.group(1), example.group(2)));
                witness.append(witness(rule.info().name(), example.group(1)));
                story.append(ScenarioStory.of(rule.info().name(), example.group(1)));
                hasCode = true;
            } else {
                page.append(JavadocMarkdown.markdown(block)).append('\n');
            }
            wasItem = block.isItem();
        }
        if ((heading.equals("Example") || heading.equals("Use instead")) != hasCode) {
            throw new IllegalStateException(
                    rule.className() + ": programs of testdata stand under Example and Use instead, and only there.");
        }
        page.append(witness);
        if (!story.isEmpty()) {
            page.append(RUN).append(story);
        }
    }

    /** What running the program shows, as verify has written it down; empty if it shows nothing. */
    private static String witness(String rule, String file) {
        Path witnesses = Testdata.root().resolve(rule).resolve("witnesses.txt");
        String name = file.substring(file.lastIndexOf('/') + 1);
        try {
            List<String> lines = Files.exists(witnesses) ? Files.readAllLines(witnesses) : List.of();
            String text = lines.stream()
                    .dropWhile(line -> !line.equals(name))
                    .skip(1)
                    .takeWhile(line -> !line.isBlank())
                    .map(line -> withoutFile(line, name))
                    .collect(Collectors.joining("\n"));
            return text.isEmpty()
                    ? ""
                    : RUN + "The cancellation is delivered to the program above; the lines are those of\n[" + name
                            + "](../../testdata/" + rule + "/" + file + "):\n\n```text\n" + text + "\n```\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A program of testdata: its first line as a sentence, the rest as code without imports. */
    private static String example(String rule, String file, String language) {
        String text;
        try {
            text = Files.readString(Testdata.root().resolve(rule).resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException("no such example of " + rule + ": " + file, e);
        }
        Expectations expectations = Expectations.parse(text);
        List<String> lines = new ArrayList<>(expectations.source().lines().toList());
        expectations.findings().forEach(f -> lines.set(f.line() - 1, lines.get(f.line() - 1) + " // <- here"));
        String sentence =
                file.contains(".fixed.") ? "After the fix:" : lines.get(0).replaceFirst("^(//|#)\\s*", "");
        String code = lines.stream()
                .skip(1)
                .dropWhile(line -> line.isBlank() || line.startsWith("import "))
                .collect(Collectors.joining("\n"));
        return sentence + "\n\n```" + language + "\n" + code.stripTrailing() + "\n```\n";
    }

    /** The only file that there is need not be named in each line. */
    private static String withoutFile(String line, String file) {
        int shorter = file.length() - "line".length();
        boolean isAligned = line.startsWith("    end ") && shorter > 0;
        String aligned = isAligned ? line.replaceFirst(" {" + shorter + "}(?=\\S)", "") : line;
        return aligned.replace(file + ":", "line ");
    }

    /** The table of all rules. */
    static String index(List<RuleSource> rules) {
        StringBuilder index = new StringBuilder("# Rules\n\n");
        index.append(
                        "A rule is named after the bad pattern. Its page says what it reports, why, and on what it stays\n")
                .append("silent. Changes of names, levels and defaults: [RELEASES.md](RELEASES.md).\n");
        for (Family family : Family.values()) {
            List<RuleInfo> members = rules.stream()
                    .map(RuleSource::info)
                    .filter(info -> info.family() == family)
                    .toList();
            if (!members.isEmpty()) {
                index.append("\n## ").append(family.id()).append(": ").append(family.summary());
                index.append("\n\n| rule | what | level | languages |\n|---|---|---|---|\n");
                members.forEach(info -> index.append("| [")
                        .append(info.name())
                        .append("](")
                        .append(info.name())
                        .append(".md) | ")
                        .append(info.summary())
                        .append(" | ")
                        .append(info.level().id())
                        .append(info.enabled() ? "" : ", off")
                        .append(" | ")
                        .append(languages(info))
                        .append(" |\n"));
            }
        }
        return index.append("\n<!-- Generated from the rules' classes. -->\n").toString();
    }

    private static String languages(RuleInfo info) {
        return Stream.of(info.languages())
                .map(Language::name)
                .map(name -> name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
