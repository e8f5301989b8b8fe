package dev.heed.report;

import dev.heed.engine.rule.Family;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.RuleDescriptor;
import dev.heed.engine.scan.ScanSummary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What stands above the findings: how many there are, of which rules, and what has become of a baseline. */
final class HtmlOverview {
    private static final int MOST_GONE = 100;
    private static final List<Level> LEVELS = List.of(Level.ERROR, Level.WARNING, Level.NOTE);

    private final Map<String, RuleDescriptor> rules = new LinkedHashMap<>();
    /** By rule's name. */
    private final Map<String, Map<Level, Integer>> counts = new TreeMap<>();

    HtmlOverview(List<RuleDescriptor> ran) {
        ran.forEach(rule -> rules.put(rule.name(), rule));
    }

    void count(Finding finding) {
        counts.computeIfAbsent(finding.rule(), rule -> new EnumMap<>(Level.class))
                .merge(finding.level(), 1, Integer::sum);
    }

    /** The family of a rule, or nothing if it is not known. */
    String family(String rule) {
        RuleDescriptor descriptor = rules.get(rule);
        return descriptor == null ? "" : descriptor.family().id();
    }

    /** The rules that found something and have a page. */
    List<RuleDescriptor> withFindings() {
        return rules.values().stream()
                .filter(rule -> counts.containsKey(rule.name()))
                .toList();
    }

    String render(ScanSummary summary, @Nullable BaselineTrend trend) {
        StringBuilder out = new StringBuilder("<dl class=\"tiles\">\n");
        tile(out, "Findings", "", total(null));
        LEVELS.forEach(level -> tile(out, level.id() + "s", level.id(), total(level)));
        tile(out, "Files scanned", "", summary.files());
        if (summary.suppressed() > 0) {
            tile(out, "Suppressed in sources", "", summary.suppressed());
        }
        if (trend != null) {
            tile(out, "New since the baseline", "", trend.fresh());
        }
        if (trend != null || summary.known() > 0) {
            tile(out, "Known from the baseline", "", summary.known());
        }
        if (trend != null) {
            tile(out, "No longer found", "", trend.gone().size());
        }
        out.append("</dl>\n");
        if (trend != null) {
            gone(out, trend);
        }
        table(out);
        return out.toString();
    }

    private int total(@Nullable Level level) {
        return counts.values().stream()
                .flatMap(byLevel -> byLevel.entrySet().stream())
                .filter(entry -> level == null || entry.getKey() == level)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static void tile(StringBuilder out, String name, String style, int number) {
        String shown = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        out.append("<div><dt>").append(shown).append("</dt><dd");
        out.append(style.isEmpty() || number == 0 ? "" : " class=\"" + style + "\"");
        out.append('>').append(String.format(Locale.ROOT, "%,d", number)).append("</dd></div>\n");
    }

    private static void gone(StringBuilder out, BaselineTrend trend) {
        if (!trend.gone().isEmpty()) {
            out.append("<details><summary>")
                    .append(TextOutput.count(trend.gone().size(), "finding"));
            out.append(" of the baseline no longer found</summary>\n<ul>\n");
            for (Baseline.Entry entry :
                    trend.gone().subList(0, Math.min(MOST_GONE, trend.gone().size()))) {
                out.append("<li>").append(Html.text(entry.rule())).append(" in <code>");
                out.append(Html.text(entry.function().isEmpty() ? entry.file() : entry.function()));
                out.append("</code></li>\n");
            }
            int left = trend.gone().size() - MOST_GONE;
            out.append(left > 0 ? "<li>and " + left + " more</li>\n" : "").append("</ul></details>\n");
        }
        if (trend.elsewhere() > 0) {
            out.append("<p>").append(TextOutput.count(trend.elsewhere(), "finding"));
            out.append(
                    " of the baseline could not be looked for: the files or rules were not part of this scan.</p>\n");
        }
    }

    private void table(StringBuilder out) {
        if (counts.isEmpty()) {
            return;
        }
        out.append("<div class=\"wide\"><table>\n<thead><tr><th scope=\"col\">Rule</th>");
        out.append("<th scope=\"col\" class=\"opt\">What is wrong</th>");
        LEVELS.forEach(level -> out.append("<th scope=\"col\" class=\"num opt\">")
                .append(level.id())
                .append("s</th>"));
        out.append("<th scope=\"col\" class=\"num\">all</th></tr></thead>\n");
        Map<String, List<String>> families = new LinkedHashMap<>();
        withFindings()
                .forEach(rule -> families.computeIfAbsent(rule.family().id(), f -> new ArrayList<>())
                        .add(rule.name()));
        counts.keySet().stream()
                .filter(rule -> !rules.containsKey(rule))
                .forEach(rule ->
                        families.computeIfAbsent("", f -> new ArrayList<>()).add(rule));
        families.forEach((family, names) -> {
            out.append("<tbody>\n<tr class=\"fam\"><th colspan=\"6\" scope=\"rowgroup\">");
            out.append(family.isEmpty() ? "other" : family + " <span>" + Html.text(summary(family)) + "</span>");
            out.append("</th></tr>\n");
            names.forEach(name -> row(out, name));
            out.append("</tbody>\n");
        });
        out.append("</table></div>\n");
    }

    private static String summary(String family) {
        for (Family known : Family.values()) {
            if (known.id().equals(family)) {
                return known.summary();
            }
        }
        return "";
    }

    private void row(StringBuilder out, String name) {
        RuleDescriptor rule = rules.get(name);
        Map<Level, Integer> byLevel = counts.getOrDefault(name, Map.of());
        String shown = Html.text(name);
        out.append("<tr><td>").append(rule == null ? shown : "<a href=\"#rule-" + shown + "\">" + shown + "</a>");
        out.append("</td><td class=\"opt\">")
                .append(rule == null ? "" : Html.text(rule.summary()))
                .append("</td>");
        for (Level level : LEVELS) {
            Integer number = byLevel.get(level);
            out.append("<td class=\"num opt\">")
                    .append(number == null ? "" : number)
                    .append("</td>");
        }
        int all = byLevel.values().stream().mapToInt(Integer::intValue).sum();
        out.append("<td class=\"num\" data-q=\"rule:")
                .append(shown)
                .append("\">")
                .append(all)
                .append("</td></tr>\n");
    }
}
