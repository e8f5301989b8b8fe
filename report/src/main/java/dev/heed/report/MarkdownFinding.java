package dev.heed.report;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.Step;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.List;

/** One finding as Markdown: as a row of a table, and in full. */
final class MarkdownFinding {
    private static final int MOST_STEPS = 16;
    private static final int MOST_LINES = 24;
    /** A generated line may be as long as a file. */
    private static final int LONGEST_LINE = 200;

    private final Finding finding;
    private final ReportContext context;

    MarkdownFinding(Finding finding, ReportContext context) {
        this.finding = finding;
        this.context = context;
    }

    String row() {
        return "| " + finding.level().id() + " | " + Markdown.cellCode(finding.rule()) + " | "
                + place(finding.file().path(), finding.span(), true) + " | " + Markdown.text(finding.message())
                + " |\n";
    }

    String detail() {
        StringBuilder out = new StringBuilder();
        out.append("<details><summary><b>").append(finding.level().id()).append("</b> ");
        out.append(Html.text(finding.rule())).append(": <code>");
        out.append(Html.text(finding.file().path()))
                .append(':')
                .append(finding.span().startLine());
        out.append("</code></summary>\n\n").append(Markdown.text(finding.message()));
        if (context.rules().stream().anyMatch(rule -> rule.name().equals(finding.rule()))) {
            out.append(' ')
                    .append(Markdown.link("About this rule", SarifTool.page(finding.rule())))
                    .append('.');
        }
        out.append("\n\n");
        steps(out);
        out.append("\n**Remedy:** ").append(Markdown.text(finding.remedy())).append('\n');
        for (int i = 0; i < finding.fixes().size(); i++) {
            Fix fix = finding.fixes().get(i);
            String safety = fix.safety() == Fix.Safety.SAFE ? "safe" : "unsafe";
            out.append("\n**")
                    .append(i == 0 ? "Fix" : "Or")
                    .append("** (")
                    .append(safety)
                    .append("): ");
            out.append(Markdown.text(fix.title())).append('\n');
            if (i == 0) {
                diff(out, fix);
            }
        }
        return out.append("\n</details>\n").toString();
    }

    private String place(String path, Span span, boolean isCell) {
        String shown = path + ":" + span.startLine();
        String code = isCell ? Markdown.cellCode(shown) : Markdown.code(shown);
        return context.link(path, span).map(url -> Markdown.link(code, url)).orElse(code);
    }

    private void steps(StringBuilder out) {
        List<Step> path = finding.path();
        int left = path.size() - MOST_STEPS;
        for (int i = 0; i < path.size(); i++) {
            if (left > 0 && i == MOST_STEPS / 2) {
                out.append("\n").append(left).append(" steps in the middle are not shown.\n\n");
            }
            if (left <= 0 || i < MOST_STEPS / 2 || i >= MOST_STEPS / 2 + left) {
                Step step = path.get(i);
                out.append(i + 1).append(". ").append(place(step.file().path(), step.span(), false));
                out.append(": ").append(Markdown.text(step.message())).append('\n');
            }
        }
    }

    private void diff(StringBuilder out, Fix fix) {
        List<String> lines = new ArrayList<>();
        for (FixDiff.Hunk hunk : FixDiff.of(fix, context.sources())) {
            lines.add("@@ " + line(hunk.file().path()) + ":" + hunk.firstLine() + " @@");
            lines(lines, "-", hunk.removed());
            lines(lines, "+", hunk.added());
        }
        if (!lines.isEmpty()) {
            out.append('\n').append(Markdown.block("diff", lines));
        }
    }

    private static void lines(List<String> out, String sign, List<String> lines) {
        for (int i = 0; i < Math.min(MOST_LINES, lines.size()); i++) {
            out.add(sign + line(lines.get(i).replace("\t", "    ")));
        }
        if (lines.size() > MOST_LINES) {
            out.add(sign + "... and " + (lines.size() - MOST_LINES) + " lines more");
        }
    }

    private static String line(String code) {
        String cut = code.length() <= LONGEST_LINE ? code : code.substring(0, LONGEST_LINE) + "...";
        return DisplayText.inline(cut.stripTrailing());
    }
}
