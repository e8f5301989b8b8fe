package dev.heed.report;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.Step;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.util.List;

/** One finding as HTML: a line that opens, behind it the code with the path, the remedy and the fixes. */
final class HtmlFinding {
    private static final int MOST_RELATED = 8;
    private static final int MOST_LINES = 40;

    private final Finding finding;
    private final ReportContext context;
    private final String family;
    private final StringBuilder out = new StringBuilder();

    HtmlFinding(Finding finding, ReportContext context, String family) {
        this.finding = finding;
        this.context = context;
        this.family = family;
    }

    /** The finding in full, without an id: that is given when it is known which findings have room. */
    String render() {
        String level = finding.level().id();
        out.append("<summary><span class=\"lv ")
                .append(level)
                .append("\">")
                .append(level)
                .append("</span> ");
        out.append("<span class=\"rule\">").append(Html.text(finding.rule())).append("</span> ");
        out.append("<span class=\"pos\">").append(finding.span().startLine()).append(':');
        out.append(finding.span().startColumn()).append("</span> ");
        out.append("<span class=\"msg\">").append(Html.text(finding.message())).append("</span></summary>\n");
        out.append("<div class=\"body\">\n");
        meta();
        out.append(HtmlCode.of(finding, context));
        related();
        out.append("<p class=\"remedy\"><b>Remedy</b> ")
                .append(Html.text(finding.remedy()))
                .append("</p>\n");
        for (Fix fix : finding.fixes()) {
            fix(fix);
        }
        return out.append("</div>\n").toString();
    }

    private void meta() {
        out.append("<p class=\"meta\">");
        if (!finding.function().isEmpty()) {
            out.append("<span>in <code>").append(Html.text(finding.function())).append("</code></span>");
        }
        out.append(" <span>").append(finding.confidence().id()).append("</span>");
        if (!family.isEmpty()) {
            out.append(" <span>family ").append(Html.text(family)).append("</span>");
            out.append(" <a href=\"#rule-").append(Html.text(finding.rule())).append("\">about this rule</a>");
        }
        context.link(finding.file().path(), finding.span())
                .ifPresent(url ->
                        out.append(" <a href=\"").append(Html.text(url)).append("\" rel=\"noreferrer\">source</a>"));
        out.append("</p>\n");
    }

    private String place(SourceFile file, Span span) {
        String shown =
                "<code>" + Html.text(file.path()) + ":" + span.startLine() + ":" + span.startColumn() + "</code>";
        return context.link(file.path(), span)
                .map(url -> "<a href=\"" + Html.text(url) + "\" rel=\"noreferrer\">" + shown + "</a>")
                .orElse("<span>" + shown + "</span>");
    }

    private void related() {
        List<Step> related = finding.related();
        if (related.isEmpty()) {
            return;
        }
        out.append("<ul class=\"related\">\n");
        for (Step step : related.subList(0, Math.min(MOST_RELATED, related.size()))) {
            out.append("<li>").append(place(step.file(), step.span())).append(": ");
            out.append(Html.text(step.message())).append("</li>\n");
        }
        if (related.size() > MOST_RELATED) {
            out.append("<li>and ").append(related.size() - MOST_RELATED).append(" places more</li>\n");
        }
        out.append("</ul>\n");
    }

    private void fix(Fix fix) {
        String safety = fix.safety() == Fix.Safety.SAFE ? "safe" : "unsafe";
        out.append("<div class=\"fix\"><p><b>Fix</b> <span class=\"")
                .append(safety)
                .append("\">")
                .append(safety);
        out.append("</span> ").append(Html.text(fix.title())).append("</p>\n");
        List<FixDiff.Hunk> hunks = FixDiff.of(fix, context.sources());
        if (!hunks.isEmpty()) {
            out.append("<div class=\"diff\">\n");
            String path = finding.file().path();
            for (FixDiff.Hunk hunk : hunks) {
                if (!path.equals(hunk.file().path())) {
                    path = hunk.file().path();
                    out.append("<div class=\"at\">").append(Html.text(path)).append("</div>\n");
                }
                int indent = Math.min(indent(hunk.removed()), indent(hunk.added()));
                changes(hunk.removed(), hunk.firstLine(), indent, "del", "-");
                changes(hunk.added(), hunk.firstLine(), indent, "ins", "+");
            }
            out.append("</div>\n");
        }
        out.append("</div>\n");
    }

    private static int indent(List<String> lines) {
        return lines.stream()
                .mapToInt(line -> HtmlLine.indent(new SourceText(line), 1))
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private void changes(List<String> lines, int first, int indent, String element, String sign) {
        for (int i = 0; i < Math.min(MOST_LINES, lines.size()); i++) {
            String code = HtmlLine.of(new SourceText(lines.get(i)), 1, indent, List.of());
            out.append('<')
                    .append(element)
                    .append("><span class=\"ln\">")
                    .append(first + i)
                    .append("</span><span>");
            out.append(sign)
                    .append("</span><code>")
                    .append(code)
                    .append("</code></")
                    .append(element)
                    .append(">\n");
        }
        if (lines.size() > MOST_LINES) {
            out.append("<p>and ").append(lines.size() - MOST_LINES).append(" lines more</p>\n");
        }
    }
}
