package dev.heed.lsp;

import dev.heed.Heed;
import dev.heed.engine.rule.Finding;
import dev.heed.engine.rule.Level;
import dev.heed.engine.rule.Step;
import dev.heed.engine.scan.Notification;
import dev.heed.engine.source.SourceFile;
import dev.heed.engine.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.Location;

/** Findings and notifications as an editor shows them. */
final class Diagnostics {
    private static final String SOURCE = "heed";
    /** Comments without effect: an editor greys them out. */
    private static final String WITHOUT_EFFECT = "unused-suppression";

    private static final Span START = new Span(1, 1, 1, 1);

    private final Options options;
    private final Project project;
    private final Documents documents;

    Diagnostics(Options options, Project project, Documents documents) {
        this.options = options;
        this.project = project;
        this.documents = documents;
    }

    Diagnostic of(Finding finding) {
        Diagnostic diagnostic = new Diagnostic(Places.range(finding.span()), finding.message());
        diagnostic.setSeverity(severity(finding.level()));
        diagnostic.setSource(SOURCE);
        diagnostic.setCode(finding.rule());
        if (options.linksCodes()) {
            diagnostic.setCodeDescription(
                    new DiagnosticCodeDescription(Heed.page(finding.rule()).toString()));
        }
        if (options.showsRelated()) {
            diagnostic.setRelatedInformation(related(finding));
        }
        if (options.showsTags() && finding.rule().equals(WITHOUT_EFFECT)) {
            diagnostic.setTags(List.of(DiagnosticTag.Unnecessary));
        }
        return diagnostic;
    }

    /** What could not be analyzed; an editor for Java tells syntax errors itself, so that this is no more than a hint. */
    Diagnostic of(Notification notification) {
        Span span = notification.span() == null ? START : notification.span();
        Diagnostic diagnostic = new Diagnostic(Places.range(span), notification.message());
        diagnostic.setSeverity(DiagnosticSeverity.Information);
        diagnostic.setSource(SOURCE);
        diagnostic.setCode("incomplete");
        return diagnostic;
    }

    private static DiagnosticSeverity severity(Level level) {
        return switch (level) {
            case ERROR -> DiagnosticSeverity.Error;
            case WARNING -> DiagnosticSeverity.Warning;
            case NOTE -> DiagnosticSeverity.Information;
        };
    }

    private List<DiagnosticRelatedInformation> related(Finding finding) {
        List<DiagnosticRelatedInformation> related = new ArrayList<>();
        int number = 1;
        for (Step step : finding.path()) {
            related.add(at(step.file(), step.span(), number++ + ". " + step.message()));
        }
        for (Step step : finding.related()) {
            related.add(at(step.file(), step.span(), step.message()));
        }
        return related;
    }

    private DiagnosticRelatedInformation at(SourceFile file, Span span, String message) {
        String uri = documents.uri(project.resolve(file.path()));
        return new DiagnosticRelatedInformation(new Location(uri, Places.range(span)), message);
    }
}
