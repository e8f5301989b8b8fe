package dev.heed.report;

import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Fix;
import dev.heed.engine.rule.Step;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.scan.ScanSummary;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** For people: each finding with its code, the path on which the cancellation dies, the remedy and a fix. */
final class TextReport implements Report {
    /** A longer path is shown from both ends. */
    private static final int MOST_STEPS = 16;

    private static final int MOST_RELATED = 8;

    private final TextOutput out;

    TextReport(OutputStream stream, Charset charset) {
        this.out = new TextOutput(stream, charset);
    }

    @Override
    public void begin(ReportContext reportContext) {
        out.begin(reportContext);
    }

    @Override
    public void finding(Finding finding) throws IOException {
        out.count(finding);
        StringBuilder text = new StringBuilder();
        new Rendering(finding, out.context(), text).render();
        text.append('\n');
        out.write(text);
    }

    @Override
    public void notification(Notification notification) {
        out.notification(notification);
    }

    @Override
    public void end(ScanSummary summary, int exitCode) throws IOException {
        out.end(summary);
    }

    /** One finding on its way to text. */
    private static final class Rendering {
        private final Finding finding;
        private final ReportContext context;
        private final SourceTexts sources;
        private final StringBuilder out;
        private final List<Numbered> steps;
        private final List<FixDiff.Hunk> hunks;
        private final TextLayout layout;

        Rendering(Finding finding, ReportContext context, StringBuilder out) {
            this.finding = finding;
            this.context = context;
            this.sources = context.sources();
            this.out = out;
            this.steps = steps(finding.path());
            this.hunks = finding.fixes().isEmpty()
                    ? List.of()
                    : FixDiff.of(finding.fixes().get(0), sources);
            this.layout = new TextLayout(lastLine(), context.width(), context.colour());
        }

        void render() {
            Style style = Style.of(finding.level());
            String head = finding.level().id() + "[" + DisplayText.inline(finding.rule()) + "]";
            out.append(layout.paint(style, head))
                    .append(layout.paint(Style.STRONG, ": " + DisplayText.inline(finding.message())))
                    .append('\n');
            String place = at(finding.file(), finding.span())
                    + layout.paint(
                            Style.FAINT,
                            (finding.function().isEmpty() ? "" : " in " + DisplayText.inline(finding.function())) + " ("
                                    + finding.confidence().id() + ")");
            layout.place(out, "-->", place);
            code();
            related();
            layout.words(out, Style.HELP, "help", finding.remedy());
            fixes();
        }

        private void code() {
            Map<String, List<Numbered>> byFile = new LinkedHashMap<>();
            byFile.put(finding.file().path(), new ArrayList<>());
            steps.forEach(s -> byFile.computeIfAbsent(s.step().file().path(), p -> new ArrayList<>())
                    .add(s));
            List<Numbered> unseen = new ArrayList<>();
            byFile.forEach((path, here) -> {
                boolean main = path.equals(finding.file().path());
                SourceFile file = main ? finding.file() : here.get(0).step().file();
                Optional<SourceText> text = sources.get(file);
                List<CodeFrame.Mark> marks = text.map(t -> marks(t, main, here)).orElse(List.of());
                if (text.isEmpty() || marks.isEmpty()) {
                    unseen.addAll(here);
                    return;
                }
                here.stream().filter(s -> !text.get().contains(s.step().span())).forEach(unseen::add);
                if (main) {
                    layout.line(out, "", "|", "");
                } else {
                    layout.line(out, "", "|", "");
                    layout.place(out, ":::", at(file, here.get(0).step().span()));
                }
                new CodeFrame(text.get(), layout, marks, context.contextLines()).render(out);
            });
            layout.line(out, "", "|", "");
            for (Numbered step : unseen) {
                String where = at(step.step().file(), step.step().span());
                layout.words(
                        out,
                        Style.STEP,
                        step.number(),
                        where + ": " + step.step().message());
            }
            int left = finding.path().size() - steps.size();
            if (left > 0) {
                layout.words(out, Style.STEP, "path", left + " steps in the middle are not shown.");
            }
        }

        private List<CodeFrame.Mark> marks(SourceText text, boolean main, List<Numbered> here) {
            List<CodeFrame.Mark> marks = new ArrayList<>();
            boolean marked = !main || !text.contains(finding.span());
            for (Numbered step : here) {
                Span span = step.step().span();
                if (!text.contains(span)) {
                    continue;
                }
                boolean same = main && !marked && span.equals(finding.span());
                marked |= same;
                Style style = same ? Style.of(finding.level()) : Style.STEP;
                marks.add(new CodeFrame.Mark(span, step.label(), same, style));
            }
            if (!marked) {
                marks.add(0, new CodeFrame.Mark(finding.span(), "", true, Style.of(finding.level())));
            }
            return marks;
        }

        private void related() {
            List<Step> related = finding.related();
            for (Step step : related.subList(0, Math.min(MOST_RELATED, related.size()))) {
                layout.words(out, Style.STEP, "see", at(step.file(), step.span()) + ": " + step.message());
            }
            if (related.size() > MOST_RELATED) {
                layout.words(out, Style.STEP, "see", "and " + (related.size() - MOST_RELATED) + " places more.");
            }
        }

        private void fixes() {
            for (int i = 0; i < finding.fixes().size(); i++) {
                Fix fix = finding.fixes().get(i);
                String safety = fix.safety() == Fix.Safety.SAFE ? "safe" : "unsafe";
                layout.words(out, Style.HELP, (i == 0 ? "fix" : "or") + " (" + safety + ")", fix.title());
                if (i == 0) {
                    diff();
                }
            }
        }

        private void diff() {
            String path = finding.file().path();
            for (FixDiff.Hunk hunk : hunks) {
                if (!path.equals(hunk.file().path())) {
                    path = hunk.file().path();
                    layout.place(out, ":::", DisplayText.inline(path));
                }
                hunk.render(out, layout);
            }
        }

        private int lastLine() {
            int last = finding.span().startLine() + context.contextLines();
            for (Numbered step : steps) {
                last = Math.max(last, step.step().span().startLine());
            }
            return Math.max(last, FixDiff.lastLine(hunks));
        }

        private static List<Numbered> steps(List<Step> path) {
            List<Numbered> steps = new ArrayList<>();
            for (int i = 0; i < path.size(); i++) {
                if (path.size() <= MOST_STEPS || i < MOST_STEPS / 2 || i >= path.size() - MOST_STEPS / 2) {
                    steps.add(new Numbered(i + 1, path.get(i)));
                }
            }
            return steps;
        }

        private static String at(SourceFile file, Span span) {
            return DisplayText.inline(file.path()) + ":" + span.startLine() + ":" + span.startColumn();
        }
    }

    private record Numbered(int position, Step step) {
        String number() {
            return Integer.toString(position);
        }

        String label() {
            return position + ". " + DisplayText.inline(step.message());
        }
    }
}
